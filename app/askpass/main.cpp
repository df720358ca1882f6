// What ssh starts when it has a question (SSH_ASKPASS): hands the question to the console that
// started ssh and prints the answer. Without Qt: it is started once a question, and holds a secret.

#include <array>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : std::string();
}

// Good for one question; the console has put the next one there before it answers.
std::string readNonce(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    std::array<char, 256> bytes{};
    const ssize_t count = file < 0 ? -1 : ::read(file, bytes.data(), bytes.size());
    if (file >= 0)
        ::close(file);
    return count > 0 ? std::string(bytes.data(), std::size_t(count)) : std::string();
}

int connectToConsole(const std::string &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof(address.sun_path))
        return -1;
    std::memcpy(address.sun_path, path.c_str(), path.size());
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto *plain = reinterpret_cast<const sockaddr *>(&address);
    if (socket >= 0 && ::connect(socket, plain, sizeof(address)) == 0)
        return socket;
    if (socket >= 0)
        ::close(socket);
    return -1;
}

// What listens has to be the same person's program, too: it gets to see ssh's question.
bool isOurs(int socket)
{
    ucred peer = {};
    socklen_t size = sizeof(peer);
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == ::getuid();
}

bool sendAll(int socket, const std::string &text)
{
    std::size_t sent = 0;
    while (sent < text.size()) {
        const ssize_t count = ::send(socket, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += std::size_t(count);
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string nonce = readNonce(variable("ATALAYA_ASKPASS_NONCE"));
    const int console = connectToConsole(variable("ATALAYA_ASKPASS_SOCKET"));
    if (nonce.empty() || console < 0 || !isOurs(console))
        return 2;
    std::string request = "atalaya-askpass 1\n" + nonce + '\n' + variable("SSH_ASKPASS_PROMPT")
        + '\n' + (argc > 1 ? argv[1] : "");
    request += '\0';
    if (!sendAll(console, request))
        return 2;
    std::array<char, 4096> answer{};
    std::size_t length = 0;
    while (length < answer.size() - 1) {
        const ssize_t count =
            ::recv(console, answer.data() + length, answer.size() - 1 - length, 0);
        if (count <= 0)
            break;
        length += std::size_t(count);
    }
    if (length == 0 || answer.front() != 'y')
        return 1;
    answer.at(length) = '\n';
    const bool told =
        ::write(STDOUT_FILENO, answer.data() + 1, length) == static_cast<ssize_t>(length);
    ::explicit_bzero(answer.data(), answer.size());
    return told ? 0 : 2;
}
