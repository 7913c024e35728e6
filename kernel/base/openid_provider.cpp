#include "kernel/base/openid_provider.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace base
{

namespace
{

using Settings = std::map<std::string, std::string>;

constexpr std::size_t name_max = 30;

[[noreturn]] void wrong(const std::string& entry, const std::string& why)
{
    throw std::runtime_error(entry + " : " + why + ".");
}

bool is_name(const std::string& text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !text.empty() && text.size() <= name_max && std::all_of(text.begin(), text.end(), fits);
}

std::string first_line(const std::string& file, const std::string& entry)
{
    std::ifstream stream{file};
    std::string line;
    if (!std::getline(stream, line)) wrong(entry, "le fichier « " + file + " » est illisible");
    return trim(line);
}

void refuse_unknown(const Settings& settings, const std::string& entry)
{
    const auto known = {"name",      "title",         "issuer",
                        "client_id", "client_secret", "client_secret_file"};
    for (const auto& [name, value] : settings)
        if (std::find(known.begin(), known.end(), name) == known.end())
            wrong(entry, "réglage « " + name + " » inconnu");
}

} // namespace

OpenIdProvider parse_openid_provider(const Settings& settings, const std::string& entry)
{
    refuse_unknown(settings, entry);
    const auto value = [&](const char* name) {
        const auto found = settings.find(name);
        return found == settings.end() ? std::string{} : found->second;
    };
    OpenIdProvider provider{.name = value("name"),
                            .title = value("title"),
                            .issuer = value("issuer"),
                            .client_id = value("client_id"),
                            .client_secret = value("client_secret")};
    if (!is_name(provider.name))
        wrong(entry, "« name » : des lettres minuscules, chiffres ou tirets, 30 au plus");
    if (provider.title.empty()) provider.title = provider.name;
    if (!provider.issuer.starts_with("https://") && !provider.issuer.starts_with("http://"))
        wrong(entry, "« issuer » : une adresse https:// est attendue");
    if (provider.client_id.empty()) wrong(entry, "« client_id » manque");
    if (const auto file = value("client_secret_file"); !file.empty())
        provider.client_secret = first_line(file, entry);
    return provider;
}

} // namespace base
