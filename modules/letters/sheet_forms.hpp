#pragma once

#include "modules/letters/block_forms.hpp"
#include "modules/letters/letter.hpp"
#include "modules/letters/model.hpp"

#include <optional>

/// What pages take; blocks come beside the command (block_forms.hpp). Lengths are code points.
namespace letters
{

inline constexpr std::uint64_t form_bytes_max = 2'000'000; ///< with all its texts as HTML

struct SaveModel {
    forms::Text<1, model_name_max> name;
    std::optional<forms::Text<0, 20>> own_colour; ///< "on": `colour` is used
    forms::Text<0, 20> colour;
    templates::Spacing spacing = templates::Spacing::normal;
    std::optional<tenancy::ClientId> shown_client; ///< whose letter the preview shows
    forms::Number<0, 1'000'000> version;
};
BOOST_DESCRIBE_STRUCT(SaveModel, (), (name, own_colour, colour, spacing, shown_client, version))

struct CopyModel {
    forms::Text<1, 40> from; ///< a code
    forms::Text<1, model_name_max> name;
};
BOOST_DESCRIBE_STRUCT(CopyModel, (), (from, name))

/// A code for each kind.
struct ChooseModels {
    forms::Text<1, 40> letter;
    forms::Text<1, 40> contract;
};
BOOST_DESCRIBE_STRUCT(ChooseModels, (), (letter, contract))

struct RestoreModel {
    forms::Number<1, 1'000'000> version;
};
BOOST_DESCRIBE_STRUCT(RestoreModel, (), (version))

struct RemoveModel {
    forms::Number<1, 1'000'000> version; ///< as it was seen
};
BOOST_DESCRIBE_STRUCT(RemoveModel, (), (version))

struct StartLetter {
    tenancy::ClientId client;
    forms::Text<1, 40> model; ///< a code
    std::optional<projects::ProjectId> project;
    forms::Text<0, title_length_max> title; ///< empty: the name of the model
};
BOOST_DESCRIBE_STRUCT(StartLetter, (), (client, model, project, title))

struct SaveLetter {
    forms::Text<1, title_length_max> title;
    std::optional<projects::ProjectId> project;
    std::optional<forms::Text<0, 20>> own_colour;
    forms::Text<0, 20> colour;
    templates::Spacing spacing = templates::Spacing::normal;
    forms::Number<1, 1'000'000'000> version;
};
BOOST_DESCRIBE_STRUCT(SaveLetter, (), (title, project, own_colour, colour, spacing, version))

struct SendLetter {
    std::optional<Way> way; ///< by mail when nothing is said
    forms::Text<1, addressee_length_max> name;
    forms::Text<0, 254> email; ///< required by mail
    forms::LongText<0, sending_words_max> words;
    forms::Number<1, 1'000'000'000> version; ///< of what the page showed
};
BOOST_DESCRIBE_STRUCT(SendLetter, (), (way, name, email, words, version))

struct RemoveLetter {
    forms::Number<1, 1'000'000'000> version;
};
BOOST_DESCRIBE_STRUCT(RemoveLetter, (), (version))

/// An address where one is needed.
void check_whole(forms::Form<SendLetter>& form);

/// A form with its blocks. `Command` is SaveModel or SaveLetter.
template <class Command>
struct Sheet {
    forms::Form<Command> head;
    TypedBlocks blocks;

    bool is_valid() const { return head.is_valid() && blocks.is_valid(); }
    Content content() const
    {
        const auto& typed = head.command;
        return {.colour = typed.own_colour ? typed.colour.value : std::string{},
                .spacing = typed.spacing,
                .blocks = blocks_of(blocks)};
    }
};

/// With everything that is wrong, each at its field.
template <class Command>
Sheet<Command> read_sheet(forms::Form<Command> head)
{
    Sheet<Command> sheet{.head = std::move(head), .blocks = {}};
    sheet.blocks = read_blocks(sheet.head.typed);
    if (sheet.head.errors.find("spacing") == nullptr)
        show_problems(problems_of(sheet.content()), sheet.blocks, sheet.head.errors);
    return sheet;
}

/// The fields both have, as a saved content shows them.
forms::Typed typed_of(const Content& content);

} // namespace letters
