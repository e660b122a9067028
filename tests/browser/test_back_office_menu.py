"""The menu of the back office while a page is being drawn."""


def test_the_menu_of_the_back_office_covers_nothing_while_it_is_being_drawn(walk, size):
    walk.sign_in_as("leader")
    width, covered = size[0], "return document.querySelector('.sidebar-loading')?.offsetWidth ?? -1"
    walk.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        walk.driver.refresh()
        begins = walk.visitor.find("main").location["x"]
        menu = walk.driver.execute_script(covered)
    finally:
        walk.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    assert menu == begins
    assert (begins > 0) == (width > 800)
