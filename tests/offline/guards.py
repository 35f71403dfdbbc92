"""Two ways to make a process end at its first attempt to reach the network.

An attempt is not merely refused: a refusal may be swallowed and the work go on. It ends the process.
"""

from __future__ import annotations

import ctypes
import os
import platform
import socket
import sys
from typing import Any

ATTEMPTED = 97
"""Exit code of a process that :func:`in_python` ended."""

_EVENTS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}


def in_python() -> None:
    """Watch Python's sockets and name look-ups, in this process and those it forks; works everywhere.

    Local sockets (AF_UNIX) are no network: some ways of starting workers talk through them.
    """

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        internet = event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6)
        if internet or event in _EVENTS:
            os.write(2, f"network: {event} {arguments[1:]!r}\n".encode())
            os._exit(ATTEMPTED)

    sys.addaudithook(hook)


class _Instruction(ctypes.Structure):
    _fields_ = [
        ("code", ctypes.c_ushort),
        ("if_true", ctypes.c_ubyte),
        ("if_false", ctypes.c_ubyte),
        ("k", ctypes.c_uint),
    ]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.POINTER(_Instruction))]


_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06  # BPF: load a word, jump if equal, return
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # where seccomp_data holds what a call is
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # architecture, number of socket(2)


def in_kernel() -> None:
    """Have the kernel kill whoever asks for an internet socket: any library, any child process, LibreOffice too.

    Linux alone, no rights needed. Raises ``OSError`` where it cannot be had.
    """
    if platform.system() != "Linux" or platform.machine() not in _SOCKET:
        raise OSError("no seccomp filter for this machine")
    architecture, number = _SOCKET[platform.machine()]
    instructions = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 0, 6, architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_EQUAL, 0, 4, number),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_EQUAL, 1, 0, socket.AF_INET),
        (_EQUAL, 0, 1, socket.AF_INET6),
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _ALLOW),
    ]
    array = (_Instruction * len(instructions))(*(_Instruction(*fields) for fields in instructions))
    program = _Program(len(instructions), array)
    libc = ctypes.CDLL(None, use_errno=True)
    for call in ((38, 1, 0, 0, 0), (22, 2, ctypes.byref(program), 0, 0)):  # PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP
        if libc.prctl(*call):
            raise OSError(ctypes.get_errno(), "prctl")


GUARDS = {"python": in_python, "kernel": in_kernel}
