#pragma once

#include "kernel/jobs/jobs.hpp"
#include "kernel/mail/smtp.hpp"
#include "kernel/secrets/vault.hpp"

#include <chrono>
#include <filesystem>
#include <string>

namespace mail
{

/// What an installation says about mail.
struct MailOptions {
    std::string smtp_url;   ///< ETABLI_SMTP_URL; empty = messages stay in « Boîte d'envoi »
    std::string from_email; ///< ETABLI_MAIL_FROM; empty = the user of the URL when it is an
                            ///< address, else no-reply@ the host of base_url
    std::string catch_all;  ///< ETABLI_MAIL_CATCH_ALL: receives everything instead
    std::string base_url = "http://localhost:8080";
    const secrets::Vault* vault = nullptr; ///< opens the passwords of workspaces' servers; outlives
                                           ///< the jobs
    Reach reach_of_workspaces = Reach::PublicOnly; ///< where the servers they name may be
    std::filesystem::path authorities;             ///< certificates trusted instead of the system's
    std::chrono::seconds patience{60};
};

/// Registers « mail.deliver » and « mail.test_sender » and says where links lead. Once at start,
/// before any thread; again replaces (tests). Throws std::runtime_error with a French sentence for
/// an address that is none.
void install(jobs::Registry& registry, MailOptions options);

/// Whether the platform's own messages leave this machine.
bool has_platform_server();

/// Between attempts: 1, 5, 30 minutes, 2 and 12 hours.
std::vector<std::chrono::seconds> delivery_delays();

} // namespace mail
