#pragma once

#include "kernel/html/html.hpp"

#include <string>
#include <vector>

namespace privacy
{

/// One purpose of one person: « Accepté le 21 novembre 2026, sur le portail, depuis 203.0.113.7 ».
struct ConsentFact {
    std::string purpose;
    std::string words;
    bool is_given = false;
};
struct PersonConsents {
    std::string name;
    std::vector<ConsentFact> facts;
};
html::Html consents_of_client(const std::vector<PersonConsents>& people);

} // namespace privacy
