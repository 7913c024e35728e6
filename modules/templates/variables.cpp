#include "modules/templates/variables.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace templates
{
namespace
{

constexpr std::size_t name_bytes_max = 60;

std::string first_word(const std::string& name)
{
    return name.substr(0, name.find(' '));
}

std::string other_words(const std::string& name)
{
    const auto blank = name.find(' ');
    return blank == std::string::npos ? std::string{} : name.substr(blank + 1);
}

const std::string& person(const Wording& wording)
{
    return wording.contact.empty() ? wording.client : wording.contact;
}

const std::string& project(const Wording& wording)
{
    return wording.project.empty() ? wording.subject : wording.project;
}

struct Known {
    std::string_view name;
    std::string (*value)(const Wording&);
};
constexpr std::array known{
    Known{"nom_client", [](const Wording& w) { return w.client; }},
    Known{"contact", [](const Wording& w) { return person(w); }},
    Known{"date", [](const Wording& w) { return w.date; }},
    Known{"montant", [](const Wording& w) { return w.amount; }},
    Known{"numero", [](const Wording& w) { return w.number; }},
    Known{"objet", [](const Wording& w) { return w.subject; }},
    Known{"projet", [](const Wording& w) { return project(w); }},
    Known{"entreprise", [](const Wording& w) { return w.business; }},
    Known{"nom_entreprise", [](const Wording& w) { return w.business; }},
    Known{"adresse_client", [](const Wording& w) { return w.client_address; }},
    Known{"courriel_client", [](const Wording& w) { return w.client_email; }},
    Known{"telephone_client", [](const Wording& w) { return w.client_phone; }},
    Known{"siret", [](const Wording& w) { return w.siret; }},
    Known{"tva", [](const Wording& w) { return w.vat_number; }},
    Known{"telephone", [](const Wording& w) { return w.phone; }},
    Known{"courriel", [](const Wording& w) { return w.email; }},
    Known{"firstName", [](const Wording& w) { return first_word(person(w)); }},
    Known{"lastName", [](const Wording& w) { return other_words(person(w)); }},
    Known{"company", [](const Wording& w) { return w.client; }},
    Known{"projectName", [](const Wording& w) { return project(w); }},
    Known{"clientEmail", [](const Wording& w) { return w.client_email; }},
    Known{"clientPhone", [](const Wording& w) { return w.client_phone; }},
    Known{"amount", [](const Wording& w) { return w.amount; }},
};

struct Found {
    std::size_t from = 0;
    std::size_t to = 0; ///< behind its last brace
    std::string_view name;
};

std::optional<Found> next_variable(std::string_view words, std::size_t at)
{
    for (auto from = words.find('{', at); from != words.npos; from = words.find('{', from + 1)) {
        const std::size_t braces = words.substr(from).starts_with("{{") ? 2 : 1;
        const auto end = words.find(braces == 2 ? "}}" : "}", from + braces);
        if (end == words.npos) continue;
        const auto name = words.substr(from + braces, end - from - braces);
        if (name.empty() || name.size() > name_bytes_max ||
            name.find_first_of(" \n\t{}") != name.npos)
            continue;
        return Found{.from = from, .to = end + braces, .name = name};
    }
    return {};
}

const Known* find_known(std::string_view name)
{
    const auto* found = std::ranges::find(known, name, &Known::name);
    return found == known.end() ? nullptr : found;
}

} // namespace

const std::vector<Variable>& every_variable()
{
    static const std::vector<Variable> all{{"nom_client", "templates.variable.client"},
                                           {"contact", "templates.variable.contact"},
                                           {"objet", "templates.variable.subject"},
                                           {"numero", "templates.variable.number"},
                                           {"date", "templates.variable.date"},
                                           {"montant", "templates.variable.amount"},
                                           {"entreprise", "templates.variable.business"},
                                           {"siret", "templates.variable.siret"},
                                           {"tva", "templates.variable.vat"},
                                           {"telephone", "templates.variable.phone"},
                                           {"courriel", "templates.variable.email"}};
    return all;
}

std::string unknown_variable(std::string_view words)
{
    for (auto found = next_variable(words, 0); found; found = next_variable(words, found->to))
        if (find_known(found->name) == nullptr) return std::string{found->name};
    return {};
}

std::string filled(std::string_view words, const Wording& wording)
{
    std::string result;
    std::size_t at = 0;
    for (auto found = next_variable(words, 0); found; found = next_variable(words, found->to)) {
        result += words.substr(at, found->from - at);
        const auto* one = find_known(found->name);
        result += one ? one->value(wording)
                      : std::string{words.substr(found->from, found->to - found->from)};
        at = found->to;
    }
    result += words.substr(at);
    return result;
}

} // namespace templates
