"""Which pages are looked at: of each type one, as the role whose work it is."""

PUBLIC = [
    "/",
    "/tim-kiem/",
    "/tim-kiem/?q=590",
    "/tim-kiem/?q=khongcogicathe",
    "/tai-khoan/dang-nhap/",
    "/khong-co-trang-nay/",
]

DESKS = {
    "contact_officer": ["/ban-lam-viec/", "/tai-khoan/"],
    "juror": ["/ban-lam-viec/"],
    "contributor": ["/ban-lam-viec/"],
    "contestant": ["/ban-lam-viec/"],
    "expert": ["/ban-lam-viec/"],
}

BACK_OFFICE = ["office_manager", "administrator"]
"""Whose menus are walked through; what the first has looked at the next does not again."""
