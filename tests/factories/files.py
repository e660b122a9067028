"""Files for tests: whole ones of each kind, small."""

import io
import struct
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from lienhiep.core.files import store_bytes


def pdf(words="Báo cáo"):
    """Return the bytes of a whole PDF of one empty page; the words only make it another file."""
    body = f"%PDF-1.4\n% {words}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n".encode()
    body += b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    body += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 4>>\n"
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def zipped(**members):
    """Return a zip with members; a name is given with _ for / and __ for a dot."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", ".").replace("_", "/"), content)
    return whole.getvalue()


def docx(**more):
    """Return the bytes of a document as Word writes it, as far as anybody looks."""
    return zipped(word_document__xml="<w:document/>" * 200, **more)


def old_office(stream="WordDocument", size=4096):
    """Return the bytes of a document of Office 97 with one inner stream."""
    sectors = size // 512 - 1
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", head, 30, 9)
    struct.pack_into("<II", head, 44, 1, 1)
    struct.pack_into("<I", head, 76, 0)
    table = b"\xfe\xff\xff\xff" * sectors
    directory = stream.encode("utf-16-le").ljust(512, b"\0")
    whole = bytes(head) + table.ljust(512, b"\xff") + directory
    return whole.ljust(size, b"\0")


def picture(kind="PNG", size=(80, 60)):
    """Return the bytes of a picture with something in it."""
    whole = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(whole, kind)
    return whole.getvalue()


def upload(name, data):
    """Return bytes as they come from a form."""
    return SimpleUploadedFile(name, data)


def pending(by=None, *, use, name="ban-quet.pdf", data=None):
    """Return a file that was sent in and waits for its record."""
    return store_bytes(name=name, data=pdf() if data is None else data, use=use, by=by)
