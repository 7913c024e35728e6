#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace templates
{

/// What the variables of a document stand for; empty where it has none.
struct Wording {
    std::string client;
    std::string contact; ///< the person of a company
    std::string date;
    std::string amount; ///< with taxes
    std::string number;
    std::string subject;
    std::string business;
    std::string siret;
    std::string vat_number;
    std::string phone;
    std::string email;
    std::string project{}; ///< empty: « {projet} » is the subject
    std::string client_address{};
    std::string client_email{};
    std::string client_phone{};
};

/// « {nom_client} » or « {{firstName}} »: both are read, and mean the same in either form.
struct Variable {
    std::string_view name;
    std::string_view label_key;
};
/// Those that are offered to who writes.
const std::vector<Variable>& every_variable();

/// The name of the first variable that nothing stands for; empty when there is none. Braces around
/// several words are no variable.
std::string unknown_variable(std::string_view words);
/// With what each stands for.
std::string filled(std::string_view words, const Wording& wording);

} // namespace templates
