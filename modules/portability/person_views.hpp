#pragma once

#include <string>
#include <vector>

namespace portability
{

/// A page that needs nothing but itself: written some rows at a time.
std::string person_page_head(const std::string& title, const std::string& words);
std::string person_page_section(const std::string& title);
struct PersonFact {
    std::string label;
    std::string words;
};
std::string person_page_row(const std::vector<PersonFact>& facts);
/// A paragraph.
std::string person_page_note(const std::string& words);
std::string person_page_end();

} // namespace portability
