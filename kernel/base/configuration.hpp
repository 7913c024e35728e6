#pragma once

#include "kernel/base/openid_provider.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace base
{

/// What an installation says about its backups.
struct BackupSettings {
    std::filesystem::path folder;   ///< ETABLI_BACKUP_DIR; default <data>/backups
    std::chrono::hours every{24};   ///< ETABLI_BACKUP_EVERY; 0 = never by itself, as in test mode
                                    ///< unless it is set
    std::chrono::days kept_for{90}; ///< ETABLI_BACKUP_KEEP
    std::string alert_email; ///< ETABLI_ALERT_EMAIL: who learns that a backup failed; may be empty
};

/// Where an installation keeps the bytes of files.
struct StorageSettings {
    std::string url;    ///< ETABLI_STORAGE_URL; empty = on disk, in <data>/files
    std::string origin; ///< « https://s3.example » that browsers are sent to, made of `url` at
                        ///< start; empty on disk
    std::string scan_command; ///< ETABLI_SCAN_COMMAND; empty = files are not scanned for viruses

    bool is_elsewhere() const { return !url.empty(); }
};

/// Everything an installation sets: `etabli.toml`, overridden by ETABLI_… variables
/// (docs/operations/configuration.md lists them all). Read once at start.
struct Configuration {
    enum class Mode { Production, Test };

    std::filesystem::path data = "var"; ///< ETABLI_DATA, created 0700
    std::string database_url; ///< ETABLI_DATABASE_URL; default sqlite:<data>/etabli.sqlite
    std::string listen = "127.0.0.1:8080"; ///< ETABLI_LISTEN; port 0 picks a free one
    std::string metrics_listen;            ///< ETABLI_METRICS_LISTEN; empty = none; loopback only
    std::string base_url = "http://localhost:8080"; ///< ETABLI_BASE_URL, no trailing slash
    std::string
        smtp_url; ///< ETABLI_SMTP_URL: smtp://u:p@host:587, smtps://…; empty = Boîte d'envoi
    std::string mail_from;      ///< ETABLI_MAIL_FROM: the platform's own address; empty = derived
    std::string mail_catch_all; ///< ETABLI_MAIL_CATCH_ALL (staging)
    std::filesystem::path key_file; ///< ETABLI_KEY_FILE; default <data>/etabli.key, made 0400
    std::filesystem::path seals;    ///< ETABLI_SEALS; default <data>/seals
    std::vector<std::string>
        trusted_proxies; ///< ETABLI_TRUSTED_PROXIES, comma-separated addresses or CIDR
    std::filesystem::path tls_certificate; ///< ETABLI_TLS_CERT
    std::filesystem::path tls_key;         ///< ETABLI_TLS_KEY
    std::vector<OpenIdProvider>
        openid_providers; ///< [[oidc]], ETABLI_OIDC_…; empty = passwords only
    BackupSettings backup;
    StorageSettings storage;
    int workers = 0;                ///< ETABLI_WORKERS; 0 = twice the cores, 4 at least
    std::string log_level = "info"; ///< ETABLI_LOG_LEVEL: debug, info, warn, error
    Mode mode = Mode::Production;   ///< ETABLI_MODE=test
    bool limits_off = false;        ///< ETABLI_LIMITS=off, test mode only
    std::string stripe_url;         ///< ETABLI_STRIPE_URL, test mode only; empty = Stripe’s own
    std::string paypal_url;         ///< ETABLI_PAYPAL_URL, the same
    std::string gocardless_url;     ///< ETABLI_GOCARDLESS_URL, the same
    std::string pennylane_url;      ///< ETABLI_PENNYLANE_URL, the same

    bool is_test() const { return mode == Mode::Test; }
};

/// Reads the file (absent = defaults) and the environment, and applies ETABLI_NOW. Throws
/// std::runtime_error with one French sentence naming the variable for an unknown or wrong value,
/// and for ETABLI_NOW or ETABLI_LIMITS outside test mode.
Configuration read_configuration(const std::filesystem::path& file);

} // namespace base
