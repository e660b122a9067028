"""The end of a session in which nobody has done anything for a while, and the warning before it.

Idle is measured from what a person does: opening a page, sending a form, touching keyboard,
mouse or screen. What pages ask for by themselves (drafts saved, live numbers, this warning's
own questions) never counts. See docs/rooms/core.md.
"""
