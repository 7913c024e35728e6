#include "app/commands.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/log/log.hpp"
#include "kernel/mail/intake.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <system_error>

namespace app
{
namespace
{

using i18n::t;

constexpr std::size_t name_bytes = 12;                    // of chance
constexpr std::string_view null_sender = "MAILER-DAEMON"; // as Postfix writes « <> »

/// A message on its way from the mail server to the process that holds the database; gone with
/// this object.
class Spool
{
  public:
    Spool(const std::filesystem::path& folder, std::string_view bytes)
        : path_(folder / ("mail-" + base::hex(base::random_bytes(name_bytes))))
    {
        std::filesystem::create_directories(folder);
        const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (file < 0) throw std::system_error{errno, std::generic_category(), "spool"};
        while (!bytes.empty()) {
            const auto written = ::write(file, bytes.data(), bytes.size());
            if (written <= 0) break;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        ::close(file);
        if (!bytes.empty()) throw std::system_error{ENOSPC, std::generic_category(), "spool"};
    }
    ~Spool()
    {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// One byte more than a message may have, at most.
std::string read_input()
{
    std::string bytes;
    std::array<char, 65'536> part{};
    while (bytes.size() <= mail::IncomingLimits{}.bytes) {
        const auto got = std::fread(part.data(), 1, part.size(), stdin);
        if (got == 0) break;
        bytes.append(part.data(), got);
    }
    return bytes;
}

std::string read_file(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) throw std::runtime_error("the message is not there any more");
    return {std::istreambuf_iterator<char>{file}, {}};
}

Reply said(int code, const std::string& key, base::Params params = {})
{
    return {.exit_code = code, .output = t(key, params) + "\n"};
}

Reply reply_of(mail::Taken taken, const std::string& slug)
{
    switch (taken) {
    case mail::Taken::kept:
        return {};
    case mail::Taken::unreadable:
        return said(EX_DATAERR, "app.mail.unreadable");
    case mail::Taken::no_mailbox:
        return said(EX_NOUSER, "app.mail.no_mailbox", {{"slug", slug}});
    case mail::Taken::later:
        break;
    }
    return said(EX_TEMPFAIL, "app.mail.later");
}

Reply hand_over(const base::Configuration& configuration, const PostOptions& options)
{
    const auto bytes = read_input();
    if (bytes.size() > mail::IncomingLimits{}.bytes) return reply_of(mail::Taken::unreadable, {});
    const Spool spool{std::filesystem::absolute(configuration.data) / "temporary", bytes};
    auto passed = options;
    passed.file = spool.path().string();
    Arguments arguments{"mail", "take", "--workspace", passed.slug, "--file", passed.file};
    if (!passed.to.empty()) arguments.insert(arguments.end(), {"--to", passed.to});
    if (passed.from)
        arguments.insert(arguments.end(), {"--from", passed.from->empty() ? std::string{null_sender}
                                                                          : *passed.from});
    if (auto reply = run_in_server(control_socket(configuration), arguments)) return *reply;
    migrate(configuration);
    Application application{configuration, Holds::Beside};
    return take_mail(application, passed);
}

} // namespace

Reply take_mail(Application& application, const PostOptions& options)
{
    try {
        tenancy::Platform platform{application.database()};
        const auto workspace = platform.read([&](tenancy::PlatformTransaction& tx) {
            return auth::workspace_by_slug(tx, options.slug);
        });
        if (!workspace) return reply_of(mail::Taken::no_mailbox, options.slug);
        const auto bytes = read_file(options.file);
        auto from = options.from;
        if (from == null_sender || from == "<>") from = "";
        tenancy::Context house{application.database(), *workspace, tenancy::Actor::system()};
        return reply_of(
            mail::deliver(house, {.bytes = bytes, .to = options.to, .from = std::move(from)}),
            options.slug);
    } catch (const std::exception& cause) {
        logs::error("mail.not_taken", {{"cause", cause.what()}});
        return said(EX_TEMPFAIL, "app.mail.later");
    }
}

int deliver_mail(const base::Configuration& configuration, const PostOptions& options)
{
    try {
        const auto reply = hand_over(configuration, options);
        std::fputs(reply.output.c_str(), stderr);
        const bool is_told = reply.exit_code == EX_OK || reply.exit_code == EX_DATAERR ||
                             reply.exit_code == EX_NOUSER;
        return is_told ? reply.exit_code : EX_TEMPFAIL;
    } catch (const std::exception& cause) {
        std::fprintf(stderr, "etabli: %s\n", cause.what());
        return EX_TEMPFAIL;
    }
}

} // namespace app
