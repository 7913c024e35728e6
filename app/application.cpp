#include "app/application.hpp"

#include "app/modules.hpp"
#include "app/sealing.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/html/ui/assets.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/mail/delivery.hpp"
#include "kernel/secrets/key_file.hpp"
#include "kernel/sms/delivery.hpp"
#include "modules/accounting/accounting.hpp"
#include "modules/einvoicing/einvoicing.hpp"
#include "modules/payments/payments.hpp"
#include "modules/portability/portability.hpp"

namespace app
{

secrets::Vault open_vault(const base::Configuration& configuration)
{
    return secrets::Vault{{secrets::read_or_create_key(configuration.key_file)}};
}

db::DatabaseOptions database_options(const base::Configuration& configuration,
                                     const secrets::Vault& vault, Holds holds)
{
    using Durability = db::DatabaseOptions::Durability;
    return {.url = configuration.database_url,
            .role_secret = base::hex(vault.keyed_hash("db.roles", "postgres")),
            .durability = configuration.is_test() ? Durability::TestsOnly : Durability::Required,
            .exclusive = holds == Holds::Alone};
}

namespace
{

/// etabli-media is installed beside the program that starts it.
std::filesystem::path media_program()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "etabli-media";
}

base::Configuration with_origin(base::Configuration configuration)
{
    configuration.storage.origin = files::browser_origin(configuration.storage.url);
    return configuration;
}

} // namespace

Application::Application(const base::Configuration& configuration, Holds holds)
    : configuration_(with_origin(configuration)),
      vault_(std::make_unique<secrets::Vault>(open_vault(configuration))),
      limiter_(std::make_unique<limits::Limiter>())
{
    if (configuration.is_test()) i18n::set_unknown_key(i18n::UnknownKey::Throws);
    if (configuration.limits_off) limiter_->switch_off();
    ui::use_assets(base::embedded_assets());
    const auto options = database_options(configuration, *vault_, holds);
    database_ = db::Database::open(options);
    mail::install(jobs::registry(),
                  {.smtp_url = configuration.smtp_url,
                   .from_email = configuration.mail_from,
                   .catch_all = configuration.mail_catch_all,
                   .base_url = configuration.base_url,
                   .vault = vault_.get(),
                   .reach_of_workspaces =
                       configuration.is_test() ? mail::Reach::Anywhere : mail::Reach::PublicOnly});
    const bool is_for_trials = configuration.is_test() || !configuration.mail_catch_all.empty();
    sms::install(jobs::registry(), {.vault = vault_.get(),
                                    .addresses = {},
                                    .leaving = is_for_trials ? sms::Leaving::not_at_all
                                                             : sms::Leaving::to_providers});
    einvoicing::use_platforms({.vault = vault_.get(),
                               .reach = configuration.is_test()
                                            ? einvoicing::PlatformReach::loopback_too
                                            : einvoicing::PlatformReach::internet});
    payments::use_providers({.vault = vault_.get(),
                             .stripe_address = configuration.stripe_url,
                             .paypal_address = configuration.paypal_url,
                             .gocardless_address = configuration.gocardless_url,
                             .reach = configuration.is_test()
                                          ? payments::ProviderReach::loopback_too
                                          : payments::ProviderReach::internet});
    accounting::use_services({.reach = configuration.is_test()
                                           ? accounting::ServiceReach::loopback_too
                                           : accounting::ServiceReach::internet,
                              .pennylane_address = configuration.pennylane_url});
    files::install(jobs::registry(), {.folder = configuration.data / "files",
                                      .media_program = media_program(),
                                      .storage_url = configuration.storage.url,
                                      .scan_command = configuration.storage.scan_command});
    install_sealing(jobs::registry(), configuration, *vault_);
    site_ = std::make_unique<guard::Site>(configuration_, *database_, *vault_, *limiter_);
    describe_modules(*site_);
    backup::install(installation());
    portability::install({.database = database_options(configuration_, *vault_, Holds::Beside),
                          .folder = configuration_.data / "exports"});
}
Application::~Application() = default;

backup::Installation Application::installation() const
{
    return {.configuration = configuration_,
            .vault = *vault_,
            .database = database_options(configuration_, *vault_, Holds::Beside)};
}

} // namespace app
