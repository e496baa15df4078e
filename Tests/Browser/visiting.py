"""Someone who reads and writes without a browser: forms and pages, one connection a request."""

import gzip
import http.client
import urllib.parse


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        body = response.read()
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        # A file is not a text: its bytes are left as they fall.
        self.text = body.decode("utf-8", errors="replace").replace("\u00a0", " ").replace("\u202f", " ")


class Visitor:
    """Signed in by the demonstration's door as soon as a role is given."""

    def __init__(self, server, role=None):
        self.server = server
        self.cookie = ""
        if role:
            answer = self.post("/connexion/demo", {"role": role})
            assert answer.status == 303, answer.text
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]

    def get(self, path):
        return self.send("GET", path)

    def post(self, path, fields):
        body = urllib.parse.urlencode(fields).encode()
        return self.send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def send(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=40)
        try:
            said = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"} | (headers or {})
            connection.request(method, path, body, said)
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def reply(self, text):
        """To the first question, which `ask` asked. Whether Ruche said that it is kept."""
        return self.post("/c/nuit/questions/1/reponses", {"texte": text})


def settle(server):
    """A community *nuit*, its facilitator, and one question."""
    server.run("community", "create", "nuit", "--name", "Nuit", "--facilitator", "nadia@example.org")
    server.start()
    asked = Visitor(server, "facilitator").post("/c/nuit/questions", {"titre": "Comment faites-vous la nuit ?"})
    assert asked.status == 303, asked.text
