"""Says plainly if a port is taken: python tools/port.py 8501."""

import socket
import sys

port = sys.argv[1]
try:
    with socket.create_server(("", int(port))):
        pass
except (ValueError, OverflowError):
    sys.exit(f"“{port}” is not a port; name one from 1024 to 65535, as in: make run PORT=8600")
except OSError as error:
    reason = (error.strerror or "it is not free").split(" (", 1)[0].lower()
    sys.exit(f"Port {port} cannot be used: {reason}. Choose another, as in: make run PORT=8600")
