#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace test_support
{

/// A message as Python's `email` understood it (tests/contracts/mail/smtp_server.py).
struct JudgedMessage {
    using Address = std::pair<std::string, std::string>; ///< name, address

    std::string envelope_from;
    std::vector<std::string> envelope_to;
    std::vector<std::pair<std::string, std::string>> headers;
    std::vector<Address> from;
    std::vector<Address> to;
    std::vector<Address> reply_to;
    std::string type;
    std::string text;                                             ///< LF
    std::string html;                                             ///< LF
    std::vector<std::pair<std::string, std::string>> attachments; ///< name, SHA-256 in hex
    std::vector<std::string> defects;
    int longest_line = 0;
    int bare_line_ends = 0;
    bool is_ascii = false;
    bool is_encrypted = false;
    bool is_signed_in = false;

    /// The value of a header; fails the test when it is not there exactly once.
    std::string header(std::string_view name) const;
};

/// aiosmtpd on a free loopback port, told how to answer; ends with this object.
class MailServer
{
  public:
    struct Options {
        std::string encryption = "none"; ///< starttls, tls
        std::string auth;                ///< "user:password"
        std::string replies;             ///< "rcpt:550,data:451"
        int port = 0;
    };
    /// `folder` keeps what it accepted, so that a second server can go on where the first ended.
    MailServer(std::filesystem::path folder, const Options& options);
    ~MailServer();
    MailServer(const MailServer&) = delete;
    MailServer& operator=(const MailServer&) = delete;

    int port() const { return port_; }
    std::filesystem::path certificate() const { return folder_ / "certificate.pem"; }

  private:
    std::filesystem::path folder_;
    pid_t process_ = -1;
    int input_ = -1;
    int port_ = 0;
};

/// What the servers of that folder accepted, in order.
std::vector<JudgedMessage> judged_messages(const std::filesystem::path& folder);

/// A port of 127.0.0.1 that nobody listens on.
int free_port();

} // namespace test_support
