#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <vector>

namespace settings
{

enum class StateTone { violet, teal, blue, amber, green, gray, red };
BOOST_DESCRIBE_ENUM(StateTone, violet, teal, blue, amber, green, gray, red)

/// What a state of one's own means: every anchor but the start, as presets::parse_anchor reads it.
enum class StateKind { assigned, active, waiting_client, postponed, resolved, closed, cancelled };
BOOST_DESCRIBE_ENUM(StateKind, assigned, active, waiting_client, postponed, resolved, closed,
                    cancelled)

enum class Direction { up, down };
BOOST_DESCRIBE_ENUM(Direction, up, down)

enum class WordGender { masculine, feminine };
BOOST_DESCRIBE_ENUM(WordGender, masculine, feminine)

using Code = forms::Text<1, 60>;
using Version = forms::Text<0, 16>; ///< settings::version_of what its reader saw

struct EditState {
    Code code;
    forms::Text<1, 40> label;
    forms::Text<1, 60> client_label;
    forms::Text<0, 200> client_help;
    StateTone tone = StateTone::gray;
    std::vector<Code> next; ///< codes of the states it may become
    Version version;
};
BOOST_DESCRIBE_STRUCT(EditState, (), (code, label, client_label, client_help, tone, next, version))

struct RemoveState {
    Code code;
};
BOOST_DESCRIBE_STRUCT(RemoveState, (), (code))

struct AddState {
    forms::Text<1, 40> label;
    forms::Text<1, 60> client_label;
    StateKind kind = StateKind::active;
    StateTone tone = StateTone::blue;
    Code from;               ///< the state it is reached from
    forms::Text<0, 60> next; ///< the state it may become; none for an end
};
BOOST_DESCRIBE_STRUCT(AddState, (), (label, client_label, kind, tone, from, next))

struct PlaceState {
    Code code;
    Direction direction = Direction::up;
};
BOOST_DESCRIBE_STRUCT(PlaceState, (), (code, direction))

enum class MoveBy { staff, client, admin };
BOOST_DESCRIBE_ENUM(MoveBy, staff, client, admin)

enum class MoveNeed { assignee, public_message, resolution_summary, reason };
BOOST_DESCRIBE_ENUM(MoveNeed, assignee, public_message, resolution_summary, reason)

inline constexpr std::int64_t automatic_days_max = 365;

struct SaveMove {
    forms::Text<0, 60> code; ///< empty: a new one
    forms::Text<1, 40> label;
    forms::Text<0, 60> client_label;
    std::vector<Code> from;
    Code to;
    std::vector<MoveBy> who;
    std::vector<MoveNeed> needs;
    /// Made by itself once the state is that old; only where the preset has such a move, or a new
    /// one.
    std::optional<forms::Number<1, automatic_days_max>> after_days;
    Version version;
};
BOOST_DESCRIBE_STRUCT(SaveMove, (),
                      (code, label, client_label, from, to, who, needs, after_days, version))

struct RemoveMove {
    Code code;
};
BOOST_DESCRIBE_STRUCT(RemoveMove, (), (code))

struct ChooseVocabulary {
    Code name;
    Version version;
};
BOOST_DESCRIBE_STRUCT(ChooseVocabulary, (), (name, version))

struct EditWord {
    Code noun;
    forms::Text<1, 40> singular;
    forms::Text<1, 40> plural;
    WordGender gender = WordGender::masculine;
    forms::Text<1, 40> portal_singular;
    forms::Text<1, 40> portal_plural;
    WordGender portal_gender = WordGender::masculine;
};
BOOST_DESCRIBE_STRUCT(EditWord, (),
                      (noun, singular, plural, gender, portal_singular, portal_plural,
                       portal_gender))

} // namespace settings
