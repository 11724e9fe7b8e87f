"""The wire between devices and hub: passes octets on, keeps a copy of all of them, and can be cut or silent."""
import socket
import threading


class Wire:
    """Listens on a port of its own and connects on to the hub's."""

    def __init__(self, hub_port):
        self.hub_port = hub_port
        self.recorded = bytearray()
        self.cut_after = None  # octets that still pass until every connection is cut
        self.refusing = False  # no connection gets through
        self._lock = threading.Lock()
        self._open = set()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            if self.refusing:
                near.close()
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.hub_port), timeout=5)
                far.settimeout(None)
            except OSError:
                near.close()
                continue
            with self._lock:
                self._open |= {near, far}
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=(source, target), daemon=True).start()

    def _pass_on(self, source, target):
        try:
            while True:
                part = source.recv(16384)
                if not part:
                    break
                part = self._allowed(part)
                target.sendall(part)
        except OSError:
            pass
        self._close(source, target)

    def _allowed(self, part):
        """What of it still passes; cuts everything when nothing more may."""
        with self._lock:
            self.recorded += part
            if self.cut_after is None:
                return part
            part, self.cut_after = part[: self.cut_after], self.cut_after - len(part)
            if self.cut_after > 0:
                return part
            self.cut_after = None
        self.cut()
        raise OSError("cut")

    def cut(self):
        """Ends every connection in the middle of whatever it says."""
        with self._lock:
            ended, self._open = self._open, set()
        for one in ended:
            self._end(one)

    def _close(self, *pair):
        with self._lock:
            self._open -= set(pair)
        for one in pair:
            self._end(one)

    @staticmethod
    def _end(one):
        try:
            one.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        one.close()

    def close(self):
        self._end(self._server)
        self.cut()
