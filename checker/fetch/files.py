"""Reading one file, with a sentence for each way in which that can fail."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from checker.errors import ReadError

# Ten times the largest transcript collection that the matching was measured on (10 MB). It is there so that a device
# that never ends, or a disk image named by mistake, gives a sentence instead of filling the memory.
BODY_LIMIT = 100 * 1024 * 1024

_ABSENT = "there is no such file"
_CLAUSES = {
    errno.ENOENT: _ABSENT,
    errno.ENOTDIR: _ABSENT,
    errno.EACCES: "it may not be read by this user",
    errno.EPERM: "it may not be read by this user",
    errno.EISDIR: "it is a folder, not a file",
    errno.ELOOP: "it is a symbolic link that leads nowhere",
    errno.ENAMETOOLONG: "the name is longer than this system allows",
}


class UnreadableFileError(Exception):
    """Why a file cannot be read, as the clause that follows its name; the caller adds what to do."""


def shown(path: Path) -> str:
    """A path as it is printed and stored: forward slashes, and no byte that is not text."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def is_folder(path: Path) -> bool:
    """Whether a folder is there; a name that cannot be looked up is none (Path.is_dir raises on some)."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def identity(path: Path) -> str:
    """The same for two names of one file; of a name that cannot be looked up, the name."""
    try:
        return os.path.realpath(path)
    except ValueError:
        return str(path)


def read_bytes(path: Path, limit: int, *, plain: bool) -> bytes:
    """The whole file, at most `limit` bytes of it allowed; raises UnreadableFileError.

    `plain` is for names that come out of a file: it refuses everything but a regular file (a link could lead anywhere,
    a pipe could wait for ever). Without it a pipe is welcome, as in `checker check <(pandoc draft.docx)`.
    """
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    if plain:  # the look below and the opening are two moments; the flags close the gap between them
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if plain and stat.S_ISLNK(path.lstat().st_mode):
            raise UnreadableFileError("it is a symbolic link, not a plain file")
        descriptor = os.open(path, flags)
    except OSError as error:
        raise UnreadableFileError(_clause(path, error)) from None
    except ValueError:  # a NUL or a lone surrogate
        raise UnreadableFileError("no file can have such a name") from None
    try:
        return _read_open_file(descriptor, limit, plain=plain)
    except OSError as error:
        raise UnreadableFileError(_clause(path, error)) from None
    finally:
        os.close(descriptor)


def _read_open_file(descriptor: int, limit: int, *, plain: bool) -> bytes:
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode):
        raise UnreadableFileError(_CLAUSES[errno.EISDIR])
    if plain and not stat.S_ISREG(mode):
        raise UnreadableFileError("it is a pipe or a device, not a plain file")
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        body = file.read(limit + 1)
    if len(body) > limit:
        raise UnreadableFileError(f"it is larger than {limit:,} bytes")
    return body


def _clause(path: Path, error: OSError) -> str:
    if is_folder(path):  # Windows calls this a missing permission
        return _CLAUSES[errno.EISDIR]
    return _CLAUSES.get(error.errno or 0) or f"the system says: {error.strerror}"


def load_article(path: str | Path) -> bytes:
    """The bytes of an article, a pipe included; "-" is no special name here."""
    path = Path(path)
    try:
        return read_bytes(path, BODY_LIMIT, plain=False)
    except UnreadableFileError as why:
        raise ReadError(f"{shown(path)}: {why}; {_advice(path)}") from None


def _advice(path: Path) -> str:
    if is_folder(path):
        return "name the files in it"
    return "check the spelling and the folder you are in, and that you may read it"
