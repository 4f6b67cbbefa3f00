"""What can go wrong for a reason that the reader of the message can mend.

    CheckerError
    ├── UsageError        the command line or a call asks for something that makes no sense      exit 2
    ├── SettingsError     a settings file is wrong; the message begins with file:line            exit 2
    ├── ReadError         an article cannot be opened (absent, a folder, no permission)          exit 2
    ├── CaptureError      a capture or its sidecar is broken: digest, missing body, bad JSON     exit 2
    ├── LedgerError       a ledger cannot be opened or written: no ledger, locked, disk full     exit 2
    └── CorpusError       a corpus cannot be read or written: none there, locked, disk full      exit 2

Every message is one sentence that says what, where and what to do next. An original that cannot be
had is no error but a value: `checker.model.Unavailable`. Anything else that escapes is a bug (exit 4).
"""


class CheckerError(Exception):
    """Expected trouble; `str(error)` is a sentence for the user."""


class UsageError(CheckerError):
    """The call itself is wrong."""


class SettingsError(CheckerError):
    """A settings file is wrong."""


class ReadError(CheckerError):
    """An article cannot be opened."""


class CaptureError(CheckerError):
    """A capture on disk is not what its sidecar says."""


class LedgerError(CheckerError):
    """A ledger cannot be used; what it held before it still holds."""


class CorpusError(CheckerError):
    """A corpus cannot be used; what it held before it still holds."""
