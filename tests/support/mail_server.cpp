#include "tests/support/mail_server.hpp"

#include <arpa/inet.h>
#include <boost/json.hpp>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <stdexcept>

namespace test_support
{
namespace
{

constexpr int start_milliseconds = 20'000;
constexpr const char* script = "tests/contracts/mail/smtp_server.py";

struct Pipe {
    std::array<int, 2> ends{-1, -1};
    Pipe()
    {
        if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    }
};

std::string first_line_of(int descriptor)
{
    std::string line;
    pollfd waiting{.fd = descriptor, .events = POLLIN, .revents = 0};
    char letter = 0;
    while (poll(&waiting, 1, start_milliseconds) == 1 && read(descriptor, &letter, 1) == 1 &&
           letter != '\n')
        line += letter;
    return line;
}

std::string text_of(const boost::json::value& value)
{
    return std::string{value.as_string()};
}

std::vector<std::string> texts_of(const boost::json::value& list)
{
    std::vector<std::string> texts;
    for (const auto& item : list.as_array())
        texts.push_back(text_of(item));
    return texts;
}

std::vector<std::pair<std::string, std::string>> pairs_of(const boost::json::value& list)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& item : list.as_array())
        pairs.emplace_back(text_of(item.at(0)), text_of(item.at(1)));
    return pairs;
}

JudgedMessage message_of(const boost::json::value& json)
{
    return {.envelope_from = text_of(json.at("envelope_from")),
            .envelope_to = texts_of(json.at("envelope_to")),
            .headers = pairs_of(json.at("headers")),
            .from = pairs_of(json.at("from")),
            .to = pairs_of(json.at("to")),
            .reply_to = pairs_of(json.at("reply_to")),
            .type = text_of(json.at("type")),
            .text = text_of(json.at("text")),
            .html = text_of(json.at("html")),
            .attachments = pairs_of(json.at("attachments")),
            .defects = texts_of(json.at("defects")),
            .longest_line = json.at("longest_line").to_number<int>(),
            .bare_line_ends = json.at("bare_line_ends").to_number<int>(),
            .is_ascii = json.at("is_ascii").as_bool(),
            .is_encrypted = json.at("is_encrypted").as_bool(),
            .is_signed_in = json.at("is_signed_in").as_bool()};
}

} // namespace

std::string JudgedMessage::header(std::string_view name) const
{
    std::string found;
    int count = 0;
    for (const auto& [known, value] : headers)
        if (known == name) found = value, ++count;
    if (count != 1)
        throw std::runtime_error("header " + std::string{name} + " is there " +
                                 std::to_string(count) + " times");
    return found;
}

MailServer::MailServer(std::filesystem::path folder, const Options& options)
    : folder_(std::move(folder))
{
    const Pipe input;
    const Pipe output;
    const auto port = std::to_string(options.port);
    process_ = fork();
    if (process_ < 0) throw std::runtime_error("no process");
    if (process_ == 0) {
        dup2(input.ends[0], STDIN_FILENO);
        dup2(output.ends[1], STDOUT_FILENO);
        execl("/usr/bin/python3", "/usr/bin/python3", script, folder_.c_str(), "--encryption",
              options.encryption.c_str(), "--auth", options.auth.c_str(), "--replies",
              options.replies.c_str(), "--port", port.c_str(), nullptr);
        _exit(127);
    }
    close(input.ends[0]);
    close(output.ends[1]);
    input_ = input.ends[1];
    const auto line = first_line_of(output.ends[0]);
    close(output.ends[0]);
    if (!line.starts_with("ready "))
        throw std::runtime_error("the mail server does not start; is python3-aiosmtpd there?");
    port_ = std::stoi(line.substr(6));
}

MailServer::~MailServer()
{
    close(input_);
    kill(process_, SIGTERM);
    int status = 0;
    waitpid(process_, &status, 0);
}

std::vector<JudgedMessage> judged_messages(const std::filesystem::path& folder)
{
    std::vector<JudgedMessage> messages;
    std::ifstream log{folder / "messages.jsonl"};
    // A line without its end is still being written.
    for (std::string line; std::getline(log, line) && !log.eof();)
        messages.push_back(message_of(boost::json::parse(line)));
    return messages;
}

int free_port()
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    const auto& generic = reinterpret_cast<const sockaddr&>(address);
    if (bind(descriptor, &generic, length) != 0 ||
        getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        throw std::runtime_error("no free port");
    close(descriptor);
    return ntohs(address.sin_port);
}

} // namespace test_support
