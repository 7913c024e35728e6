#pragma once

#include "kernel/search/search.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace search
{

inline constexpr std::size_t typed_max = 200;     ///< code points read of what is typed
inline constexpr std::size_t query_words_max = 6; ///< whole words; the others are not read

/// One way to understand what is typed: every whole word, and a last word that may go on.
struct Reading {
    std::vector<std::string> words;
    std::string prefix;            ///< empty: whole words only
    bool is_in_names_only() const; ///< one letter finds names and numbers only
};

/// Words first; then, for what looks like a telephone number or an address, the number as one word
/// and the keyed hash of an encrypted field. Nothing to find = no reading.
std::vector<Reading> readings_of(std::string_view typed, const secrets::Vault* vault);

/// What was found of one kind, newest first.
struct Group {
    const Kind* kind = nullptr;
    std::vector<Hit> hits;
};
/// The actor's rights decide where is looked: staff in the words of the team and of its notes, a
/// client in his own. Kinds whose permission he lacks are not looked up. Empty groups are left out.
std::vector<Group> find(tenancy::WorkspaceTransaction& tx, std::string_view typed,
                        const std::vector<const Kind*>& kinds);

} // namespace search
