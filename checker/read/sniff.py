"""Which format a body is in, told by its content; the file name and the declared type are hints."""

from __future__ import annotations

import json
import re

from checker.model import Format, Reason, Unavailable
from checker.text.late import late

# How the files begin that people hand over by mistake, and what to call them.
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh91AY&SY", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"ID3\x02", "an MP3 file"),
    (b"ID3\x03", "an MP3 file"),
    (b"ID3\x04", "an MP3 file"),
    (b"OggS\0", "an Ogg media file"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"%!PS-Adobe", "a PostScript file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)

_PDF = late(rb"(?:^|[\r\n\0])%PDF-\d")  # readers of PDF allow 1,024 bytes before it

_HEAD = 60_000
_TAGS = (
    "html head body title meta link base script style p div span a article main section header nav aside footer "
    "h1 h2 h3 h4 h5 h6 ul ol table blockquote br img b i em strong font center form noscript figure"
)
_BEFORE = r"\s{0,1000}(?:<!--(?:(?!-->)[\s\S]){0,5000}-->\s{0,1000}){0,5}"  # blanks and comments
_STARTS_HTML = late(_BEFORE + r"<(?:!doctype\s+html|html[\s>])", re.I)
_STARTS_TAG = late(_BEFORE + rf"<(?:{'|'.join(_TAGS.split())})(?:\s[^<>]{{0,2000}})?/?>", re.I)
_CLOSED_BLOCK = late(r"</(?:p|div|h[1-6]|li|td|article|section|body)>", re.I)
_ANY_TAG = late(rf"</?(?:{'|'.join(_TAGS.split())})(?:\s[^<>]{{0,500}})?/?>", re.I)
_STARTS_XML = late(r"\s{0,1000}(?:<\?xml\b|<!DOCTYPE\s+(?!html\b)|<(?:rss|feed|urlset|sitemapindex|svg)[\s>])", re.I)
_STARTS_JSON = late(r"\s{0,1000}(?:\{\s{0,100}\"|\[\s{0,100}[\[{\"])")
_FRONT_KEY = {"---": late(r"[A-Za-z_][\w-]{1,29}:(?:\s|$)"), "+++": late(r"[A-Za-z_][\w-]{1,29}\s?=")}
_FRONT_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
_FRONT_LINES = 300

# What only Markdown has, how sure one of it makes us, and what must stand in a text for it: most texts have none of these.
_MARKDOWN_SIGNS = (
    (late(r"(?<!\\)\[[^\[\]\n]{1,200}\]\((?:https?://|/|\.)[^\s()]{1,500}\)"), 2, ("](",)),
    (late(r"^ {0,3}\[[^\[\]\n]{1,100}\]:\s?<?(?:https?:|/)", re.M), 2, ("]:",)),
    (late(r"^#{1,6} \S", re.M), 1, ("# ",)),
    (late(r"^\S[^\n]{2,100}\n(?:={3,}|-{3,})\s*$", re.M), 1, ("\n===", "\n---")),
    (late(r"^ {0,3}> \S", re.M), 1, ("> ",)),
    (late(r"(?<![*\w])\*\*[^\s*][^*\n]{0,200}\*\*(?!\*)"), 1, ("**",)),
    (late(r"!\[[^\[\]\n]{0,200}\]\([^\s()]{1,500}"), 2, ("![",)),
    (late(r"^```", re.M), 1, ("```",)),
)


# Controls, and what could not be decoded; counted one by one, which is quicker than to look at every character.
_ODD = "\ufffd" + "".join(chr(point) for point in (*range(32), *range(0x7F, 0xA0)) if chr(point) not in "\n\t\f\x1b")


def is_pdf(body: bytes) -> bool:
    """Whether the bytes are a PDF, by its own mark."""
    return _PDF.search(body, 0, 1024) is not None


def binary(body: bytes) -> Unavailable | None:
    """Why bytes are no text at all; None where they are."""
    for magic, name in _MAGIC:
        if body.startswith(magic):
            return Unavailable(Reason.NOT_TEXT, f"this is {name}, not a text")
    if body[4:8] == b"ftyp" or (body[:4] == b"RIFF" and body[8:12] in (b"WAVE", b"AVI ", b"WEBP")):
        return Unavailable(Reason.NOT_TEXT, "this is a media file, not a text")
    return None


def looks_binary(text: str) -> bool:
    """Whether decoded bytes are no text after all: a tenth of the beginning is controls or undecodable."""
    head = text[:4000]
    odd = sum(map(head.count, _ODD))
    return odd > 0.1 * len(head) and odd > 8


def format_of(text: str, *, path: str | None = None, content_type: str | None = None) -> Format | Unavailable:
    """The format of a decoded text."""
    head = text[:_HEAD]
    hint = _hint(path, content_type)
    if _STARTS_HTML.match(head) or (_STARTS_XML.match(head) and re.search(r"<html[\s>]", head[:5000], re.I)):
        return Format.HTML
    if _STARTS_XML.match(head):
        return Unavailable(Reason.NOT_TEXT, "this is XML (a feed, a sitemap or other data), not an article")
    if hint is not Format.MARKDOWN and _is_json(text):
        return Unavailable(Reason.NOT_TEXT, "this is JSON data, not an article")
    if hint is Format.MARKDOWN or _has_front_matter(head):
        return Format.MARKDOWN
    if _STARTS_TAG.match(head) or len(_CLOSED_BLOCK.findall(head)) >= 3:
        return Format.HTML
    if hint is Format.HTML and _ANY_TAG.search(head):
        return Format.HTML
    return Format.MARKDOWN if _is_markdown(head, 3 if hint is Format.TEXT else 2) else Format.TEXT


def _hint(path: str | None, content_type: str | None) -> Format | None:
    kind = (content_type or "").split(";")[0].strip().lower()
    ending = (path or "").rpartition(".")[2].lower() if "." in (path or "") else ""
    if kind in ("text/markdown", "text/x-markdown") or ending in ("md", "markdown", "mdown", "mkd", "mdx"):
        return Format.MARKDOWN
    if kind in ("text/html", "application/xhtml+xml") or ending in ("html", "htm", "xhtml", "shtml"):
        return Format.HTML
    return Format.TEXT if kind == "text/plain" or ending in ("txt", "text") else None


def _is_json(text: str) -> bool:
    if not _STARTS_JSON.match(text):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _has_front_matter(head: str) -> bool:
    """A fence, lines of which one sets a value, and the fence again: what blog engines put before a post."""
    lines = head.split("\n", _FRONT_LINES + 1)
    fence = lines[0].rstrip()
    if fence not in _FRONT_KEY:
        return False
    key = False
    for line in lines[1 : _FRONT_LINES + 1]:
        if line.rstrip() in _FRONT_ENDS[fence]:
            return key
        key = key or _FRONT_KEY[fence].match(line) is not None
    return False


def _is_markdown(head: str, enough: int) -> bool:
    """Whether there is enough that only Markdown has; a file that is called a text needs more of it."""
    signs = ((sign, sure) for sign, sure, marks in _MARKDOWN_SIGNS if any(mark in head for mark in marks))
    return sum(sure for sign, sure in signs if sign.search(head)) >= enough
