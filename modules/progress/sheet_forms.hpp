#pragma once

#include "kernel/forms/field_types.hpp"
#include "kernel/forms/form.hpp"
#include "modules/progress/progress.hpp"

#include <boost/describe/class.hpp>

#include <optional>

/// What pages take. Lengths are code points.
namespace progress
{

/// `sheet` says which sheet the page was about: an identifier may be given to another one while a
/// form waits for the network.
struct SaveSheet {
    std::optional<SheetId> sheet;
    std::optional<tenancy::ClientId> client; ///< of a new one
    forms::Text<1, 30> identifier;
    forms::Text<2, 150> title;
    forms::Text<0, 200> address;
    forms::Text<0, 12> postal_code;
    forms::Text<0, 100> city;
    base::Date starts_on;
    std::optional<base::Date> ends_on;
    forms::Text<0, 40> version; ///< of what the page showed
};
BOOST_DESCRIBE_STRUCT(SaveSheet, (),
                      (sheet, client, identifier, title, address, postal_code, city, starts_on,
                       ends_on, version))

struct ChooseOrder {
    ReadingOrder order = ReadingOrder::oldest_first;
};
BOOST_DESCRIBE_STRUCT(ChooseOrder, (), (order))

struct SaveProgressSettings {
    CommentsOnCancelled comment_on_cancelled = CommentsOnCancelled::open;
};
BOOST_DESCRIBE_STRUCT(SaveProgressSettings, (), (comment_on_cancelled))

/// In which form a text comes: « html » from the editor.
enum class TextFormat { plain, html };
BOOST_DESCRIBE_ENUM(TextFormat, plain, html)

struct WritePost {
    std::optional<SheetId> sheet;     ///< as in SaveSheet
    forms::LongText<0, 200'000> text; ///< HTML is longer than what it says
    std::optional<TextFormat> text_format;
    std::optional<base::Date> worked_on;
    std::optional<Mark> mark;
    std::optional<Intent> intent;
    std::vector<forms::Number<1, 9'000'000'000'000'000'000>> remove_photo; ///< ids
    std::optional<forms::Number<1, 1'000'000'000>> version;
};
BOOST_DESCRIBE_STRUCT(WritePost, (),
                      (sheet, text, text_format, worked_on, mark, intent, remove_photo, version))

struct CancelPost {
    forms::Text<0, reason_max> reason;
};
BOOST_DESCRIBE_STRUCT(CancelPost, (), (reason))

struct RemovePost {
    forms::Number<0, 100'000> comments; ///< that the page said would go with it
};
BOOST_DESCRIBE_STRUCT(RemovePost, (), (comments))

struct WriteProgressComment {
    forms::LongText<1, comment_length_max> text;
    std::optional<CommentId> reply_to;
};
BOOST_DESCRIBE_STRUCT(WriteProgressComment, (), (text, reply_to))

struct RemoveProgressComment {
    forms::Number<0, 100'000> replies; ///< that the page said would go with it
    bool is_confirmed = false;         ///< on the page that asks; a dialog asks before it sends
};
BOOST_DESCRIBE_STRUCT(RemoveProgressComment, (), (replies, is_confirmed))

/// Whether the form was about another sheet than the one its address names now.
bool is_about_another(const std::optional<SheetId>& typed, const Sheet& sheet);

SheetHeader header_of(const SaveSheet& typed);
/// Empty for a text without words.
std::string body_of(const WritePost& typed);
PostText text_of(const WritePost& typed);

} // namespace progress
