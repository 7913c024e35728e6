#include "kernel/base/configuration.hpp"

#include "kernel/base/clock.hpp"
#include "kernel/base/text.hpp"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

extern char** environ;

namespace base
{

namespace
{

using Settings = std::map<std::string, std::string>;

constexpr int most_workers = 256;
constexpr std::size_t most_providers = 8;
constexpr std::string_view oidc_prefix = "ETABLI_OIDC_";

[[noreturn]] void wrong(const std::string& variable, const std::string& why)
{
    throw std::runtime_error(variable + " : " + why + ".");
}

std::string upper_ascii(std::string text)
{
    for (auto& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::string joined(const toml::array& list, const std::string& name)
{
    std::vector<std::string> parts;
    for (const auto& item : list) {
        if (!item.is_string()) wrong(name, "une liste de textes est attendue");
        parts.push_back(item.ref<std::string>());
    }
    return join(parts, ",");
}

/// The text a variable would hold for this value of the file.
std::string text_of(const toml::node& node, const std::string& name)
{
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    if (const auto* list = node.as_array()) return joined(*list, name);
    wrong(name, "un texte ou un nombre est attendu");
}

/// The entries of `[[oidc]]`.
void read_providers(const toml::node& node, Configuration& configuration)
{
    const auto* entries = node.as_array();
    if (entries == nullptr || !entries->is_array_of_tables())
        wrong("oidc", "des entrées [[oidc]] sont attendues");
    for (const auto& entry : *entries) {
        Settings settings;
        const auto place =
            "[[oidc]] n° " + std::to_string(configuration.openid_providers.size() + 1);
        for (const auto& [key, value] : *entry.as_table())
            settings[std::string{key.str()}] = text_of(value, place);
        configuration.openid_providers.push_back(parse_openid_provider(settings, place));
    }
}

void read_file(const std::filesystem::path& file, Settings& settings, Configuration& configuration)
{
    if (!std::filesystem::exists(file)) return;
    try {
        const auto table = toml::parse_file(file.string());
        for (const auto& [key, node] : table) {
            const auto name = "ETABLI_" + upper_ascii(std::string{key.str()});
            if (key.str() == "oidc")
                read_providers(node, configuration);
            else
                settings[name] = text_of(node, name);
        }
    } catch (const toml::parse_error& error) {
        wrong(file.string(), "ligne " + std::to_string(error.source().begin.line) + " illisible (" +
                                 std::string{error.description()} + ")");
    }
}

void read_environment(Settings& settings)
{
    // ETABLI_TEST_… speak to the test tools, which start servers in their own environment.
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view line{*entry};
        const auto equals = line.find('=');
        if (line.starts_with("ETABLI_") && !line.starts_with("ETABLI_TEST_") && equals != line.npos)
            settings[std::string{line.substr(0, equals)}] = line.substr(equals + 1);
    }
}

struct Range {
    int least;
    int most;
};

int parse_number(const char* variable, const std::string& text, const Range& range)
{
    int count = range.least - 1;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, count);
    if (error != std::errc{} || stop != end || count < range.least || count > range.most)
        wrong(variable, "un nombre de " + std::to_string(range.least) + " à " +
                            std::to_string(range.most) + " est attendu, pas « " + text + " »");
    return count;
}

std::string parse_log_level(const std::string& text)
{
    for (const auto* level : {"debug", "info", "warn", "error"})
        if (text == level) return text;
    wrong("ETABLI_LOG_LEVEL", "debug, info, warn ou error est attendu, pas « " + text + " »");
}

Configuration::Mode parse_mode(const std::string& text)
{
    if (text == "test") return Configuration::Mode::Test;
    if (text == "production") return Configuration::Mode::Production;
    wrong("ETABLI_MODE", "production ou test est attendu, pas « " + text + " »");
}

std::string parse_base_url(std::string text)
{
    if (!text.starts_with("http://") && !text.starts_with("https://"))
        wrong("ETABLI_BASE_URL",
              "une adresse http:// ou https:// est attendue, pas « " + text + " »");
    while (text.ends_with('/'))
        text.pop_back();
    return text;
}

std::string parse_listen(const char* variable, const std::string& text)
{
    if (text.rfind(':') == std::string::npos)
        wrong(variable, "« adresse:port » est attendu, pas « " + text + " »");
    return text;
}

std::vector<std::string> parse_list(const std::string& text)
{
    std::vector<std::string> items;
    for (const auto& part : split(text, ','))
        if (auto item = trim(part); !item.empty()) items.push_back(std::move(item));
    return items;
}

bool parse_limits_off(const std::string& text)
{
    if (text == "off" || text == "on") return text == "off";
    wrong("ETABLI_LIMITS", "on ou off est attendu, pas « " + text + " »");
}

using Setter = std::function<void(Configuration&, const std::string&)>;

const std::map<std::string, Setter>& setters()
{
    using C = Configuration;
    using Text = const std::string&;
    static const std::map<std::string, Setter> all{
        {"ETABLI_DATA", [](C& c, Text v) { c.data = v; }},
        {"ETABLI_DATABASE_URL", [](C& c, Text v) { c.database_url = v; }},
        {"ETABLI_LISTEN", [](C& c, Text v) { c.listen = parse_listen("ETABLI_LISTEN", v); }},
        {"ETABLI_METRICS_LISTEN",
         [](C& c, Text v) { c.metrics_listen = parse_listen("ETABLI_METRICS_LISTEN", v); }},
        {"ETABLI_BASE_URL", [](C& c, Text v) { c.base_url = parse_base_url(v); }},
        {"ETABLI_SMTP_URL", [](C& c, Text v) { c.smtp_url = v; }},
        {"ETABLI_MAIL_FROM", [](C& c, Text v) { c.mail_from = v; }},
        {"ETABLI_MAIL_CATCH_ALL", [](C& c, Text v) { c.mail_catch_all = v; }},
        {"ETABLI_KEY_FILE", [](C& c, Text v) { c.key_file = v; }},
        {"ETABLI_SEALS", [](C& c, Text v) { c.seals = v; }},
        {"ETABLI_TRUSTED_PROXIES", [](C& c, Text v) { c.trusted_proxies = parse_list(v); }},
        {"ETABLI_TLS_CERT", [](C& c, Text v) { c.tls_certificate = v; }},
        {"ETABLI_TLS_KEY", [](C& c, Text v) { c.tls_key = v; }},
        {"ETABLI_STORAGE_URL", [](C& c, Text v) { c.storage.url = v; }},
        {"ETABLI_SCAN_COMMAND", [](C& c, Text v) { c.storage.scan_command = v; }},
        {"ETABLI_BACKUP_DIR", [](C& c, Text v) { c.backup.folder = v; }},
        {"ETABLI_BACKUP_EVERY",
         [](C& c, Text v) {
             c.backup.every = std::chrono::hours{parse_number("ETABLI_BACKUP_EVERY", v, {0, 24})};
         }},
        {"ETABLI_BACKUP_KEEP",
         [](C& c, Text v) {
             c.backup.kept_for =
                 std::chrono::days{parse_number("ETABLI_BACKUP_KEEP", v, {30, 3650})};
         }},
        {"ETABLI_ALERT_EMAIL", [](C& c, Text v) { c.backup.alert_email = v; }},
        {"ETABLI_WORKERS",
         [](C& c, Text v) {
             c.workers = parse_number("ETABLI_WORKERS", v, {0, most_workers});
         }},
        {"ETABLI_LOG_LEVEL", [](C& c, Text v) { c.log_level = parse_log_level(v); }},
        {"ETABLI_MODE", [](C& c, Text v) { c.mode = parse_mode(v); }},
        {"ETABLI_LIMITS", [](C& c, Text v) { c.limits_off = parse_limits_off(v); }},
        {"ETABLI_STRIPE_URL", [](C& c, Text v) { c.stripe_url = v; }},
        {"ETABLI_PAYPAL_URL", [](C& c, Text v) { c.paypal_url = v; }},
        {"ETABLI_GOCARDLESS_URL", [](C& c, Text v) { c.gocardless_url = v; }},
        {"ETABLI_PENNYLANE_URL", [](C& c, Text v) { c.pennylane_url = v; }},
        {"ETABLI_NOW", [](C&, Text) {}},
    };
    return all;
}

void apply_clock(const Settings& settings)
{
    const auto found = settings.find("ETABLI_NOW");
    if (found == settings.end() || found->second.empty()) return;
    try {
        set_test_clock(found->second);
    } catch (const std::invalid_argument&) {
        wrong("ETABLI_NOW", "une date ISO, un décalage comme +3d ou @FICHIER est attendu, pas « " +
                                found->second + " »");
    }
}

void refuse_test_settings(const Settings& settings)
{
    for (const auto* name : {"ETABLI_NOW", "ETABLI_LIMITS", "ETABLI_STRIPE_URL",
                             "ETABLI_PAYPAL_URL", "ETABLI_GOCARDLESS_URL", "ETABLI_PENNYLANE_URL"})
        if (settings.contains(name)) wrong(name, "permis seulement avec ETABLI_MODE=test");
}

/// Takes the ETABLI_OIDC_… settings out of `settings`: one more provider, named « oidc » unless
/// said otherwise.
void take_provider(Settings& settings, Configuration& configuration)
{
    Settings entry;
    for (auto each = settings.lower_bound(std::string{oidc_prefix});
         each != settings.end() && each->first.starts_with(oidc_prefix);
         each = settings.erase(each))
        if (!each->second.empty())
            entry[lower_ascii(each->first.substr(oidc_prefix.size()))] = each->second;
    if (entry.empty()) return;
    entry.try_emplace("name", "oidc");
    configuration.openid_providers.push_back(parse_openid_provider(entry, "ETABLI_OIDC_ISSUER"));
}

void check_providers(const Configuration& configuration)
{
    std::set<std::string> names;
    for (const auto& provider : configuration.openid_providers) {
        if (!names.insert(provider.name).second)
            wrong("oidc", "deux fournisseurs s’appellent « " + provider.name + " »");
        if (!configuration.is_test() && !provider.issuer.starts_with("https://"))
            wrong("oidc", "« " + provider.issuer + " » doit commencer par https://");
    }
    if (names.size() > most_providers) wrong("oidc", "8 fournisseurs au plus");
}

void fill_defaults(Configuration& configuration)
{
    if (configuration.database_url.empty())
        configuration.database_url = "sqlite:" + (configuration.data / "etabli.sqlite").string();
    if (configuration.key_file.empty()) configuration.key_file = configuration.data / "etabli.key";
    if (configuration.backup.folder.empty())
        configuration.backup.folder = configuration.data / "backups";
    if (configuration.seals.empty()) configuration.seals = configuration.data / "seals";
    if (configuration.tls_certificate.empty() != configuration.tls_key.empty())
        wrong("ETABLI_TLS_CERT", "ETABLI_TLS_CERT et ETABLI_TLS_KEY vont ensemble");
}

} // namespace

Configuration read_configuration(const std::filesystem::path& file)
{
    Settings settings;
    Configuration configuration;
    read_file(file, settings, configuration);
    read_environment(settings);
    take_provider(settings, configuration);
    if (settings.contains("ETABLI_MODE") && settings.at("ETABLI_MODE") == "test")
        configuration.backup.every = std::chrono::hours{0};
    for (const auto& [name, value] : settings) {
        const auto setter = setters().find(name);
        if (setter == setters().end()) wrong(name, "réglage inconnu");
        if (!value.empty()) setter->second(configuration, value);
    }
    if (!configuration.is_test()) refuse_test_settings(settings);
    check_providers(configuration);
    fill_defaults(configuration);
    apply_clock(settings);
    return configuration;
}

} // namespace base
