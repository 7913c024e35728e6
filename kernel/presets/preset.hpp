#pragma once

#include "kernel/presets/grant.hpp"
#include "kernel/presets/workflow.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace presets
{

/// Whether a role must, should or may have a second factor.
enum class TwoFactor { optional, recommended, required };
BOOST_DESCRIBE_ENUM(TwoFactor, optional, recommended, required)

/// Who may become a client on the portal: anybody, invited people, those the team records.
enum class SignupPolicy { open, invite_only, staff_only };
BOOST_DESCRIBE_ENUM(SignupPolicy, open, invite_only, staff_only)

enum class Gender { masculine, feminine };

/// A permission an admin may switch for a role: its value once on, and at creation.
struct ConfigurableGrant {
    Grant on = Grant::all;
    Grant initial = Grant::none;
};

struct Role {
    std::string code; ///< "technicien"
    std::string title;
    std::string plural;
    std::string summary;
    Side side = Side::staff;
    TwoFactor two_factor = TwoFactor::optional;
    std::map<std::string, Grant, std::less<>> permissions;
    std::map<std::string, ConfigurableGrant, std::less<>> configurable;
};

/// The word of this business for one of our nouns.
struct Word {
    std::string singular;
    std::string plural;
    Gender gender = Gender::masculine;
};

/// One entry of a list a preset proposes: a priority, a category, a type of client.
struct Choice {
    std::string code;
    std::string label;
    std::map<std::string, std::string, std::less<>> details; ///< "tone", "plural", "kind"…
};

/// What a kind of business starts with, read from presets/NAME/ and never changed.
struct Preset {
    std::string name; ///< "support-technique"
    std::string title;
    std::string summary;
    std::string currency; ///< "EUR"
    std::string tax_regime;
    std::string language;
    std::string time_zone;
    SignupPolicy signup = SignupPolicy::staff_only;
    int actions_per_minute = 60;                ///< per user
    std::vector<std::string> modules;           ///< on at creation
    std::vector<std::string> available_modules; ///< may be switched on later
    std::vector<Role> roles;
    std::vector<Workflow> workflows;
    std::map<std::string, Word, std::less<>> words;        ///< by noun: "ticket"
    std::map<std::string, Word, std::less<>> portal_words; ///< only those that differ
    /// What modules read: every other value of preset.toml by dotted key ("tickets.number_format"),
    /// numbers and booleans as text; every list of tables likewise ("tickets.category").
    std::map<std::string, std::string, std::less<>> settings;
    std::map<std::string, std::vector<Choice>, std::less<>> choices;

    /// The role of that code, or nullptr.
    const Role* find_role(std::string_view code) const;
    /// These assert that the preset has one: asking for an unknown noun or key is a bug.
    const Workflow& workflow(std::string_view noun) const;
    const Word& word(std::string_view noun, Side side = Side::staff) const;
    const std::string& setting(std::string_view key) const;
    std::int64_t number(std::string_view key) const;
    /// Empty when the preset has no such list.
    const std::vector<Choice>& choices_of(std::string_view key) const;
};

/// Every embedded preset by name, read and checked at the first call. Throws std::runtime_error
/// that names the file and the state, role or key at fault. Any thread; the result lives as long as
/// the process.
const std::vector<Preset>& all();

/// The preset of that name; throws std::out_of_range when there is none.
const Preset& find(std::string_view name);

} // namespace presets
