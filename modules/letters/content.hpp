#pragma once

#include "kernel/base/refusal.hpp"
#include "modules/templates/templates.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a letter or a contract says: blocks, one below the other.
namespace letters
{

enum class LetterKind { letter, contract };
BOOST_DESCRIBE_ENUM(LetterKind, letter, contract)

enum class BlockKind {
    heading,
    text,
    columns,
    picture,
    button,
    links,
    logo,
    separator,
    space,
    signature
};
BOOST_DESCRIBE_ENUM(BlockKind, heading, text, columns, picture, button, links, logo, separator,
                    space, signature)
enum class BlockAlign { left, centre, right };
BOOST_DESCRIBE_ENUM(BlockAlign, left, centre, right)
enum class BlockHue { usual, brand, quiet };
BOOST_DESCRIBE_ENUM(BlockHue, usual, brand, quiet)

inline constexpr std::size_t blocks_max = 60;
inline constexpr std::size_t heading_length_max = 200;
inline constexpr std::size_t signer_length_max = 200;
inline constexpr std::size_t alternative_length_max = 300;
inline constexpr std::size_t label_length_max = 60;    ///< of a button or a link
inline constexpr std::size_t address_length_max = 500; ///< bytes
inline constexpr std::size_t links_max = 6;            ///< of a block
inline constexpr int picture_percent_min = 10;         ///< of the width of the page
inline constexpr int picture_percent_max = 100;
inline constexpr std::size_t text_length_max = 20'000;    ///< characters of one text
inline constexpr std::size_t content_length_max = 60'000; ///< of all together
inline constexpr int space_min = 2;                       ///< points
inline constexpr int space_max = 200;
inline constexpr int logo_side_min = 20; ///< points
inline constexpr int logo_side_max = 160;

struct Link {
    std::string label;
    std::string address; ///< "https://…" or "mailto:…"
    friend bool operator==(const Link&, const Link&) = default;
};
BOOST_DESCRIBE_STRUCT(Link, (), (label, address))

struct Block {
    BlockKind kind = BlockKind::text;
    BlockAlign align = BlockAlign::left;
    BlockHue hue = BlockHue::usual;
    std::string words;  ///< of a heading or a button; who signs at the left; what a picture shows
    std::string beside; ///< who signs at the right, may be empty
    std::string text;   ///< documents::to_json, or empty: of a text, of the left column
    std::string right;  ///< documents::to_json, or empty: of the right column
    int size = 0;       ///< points: of a space, of the side of a logo; percent: of a picture
    std::int64_t file = 0;   ///< of a picture: a files::FileId of its letter or model; 0: none yet
    std::string address;     ///< of a button: "https://…" or "mailto:…"
    std::vector<Link> links; ///< at most links_max
    friend bool operator==(const Block&, const Block&) = default;
};
BOOST_DESCRIBE_STRUCT(Block, (),
                      (kind, align, hue, words, beside, text, right, size, file, address, links))

struct Content {
    std::string colour; ///< "#rrggbb"; empty: as the look of its papers has it
    templates::Spacing spacing = templates::Spacing::normal;
    std::vector<Block> blocks;
    friend bool operator==(const Content&, const Content&) = default;
};
BOOST_DESCRIBE_STRUCT(Content, (), (colour, spacing, blocks))

/// JSON. `content_from` throws on anything but what `written` writes.
std::string written(const Content& content);
Content content_from(std::string_view json);

/// Those that are offered to who writes, in this order.
const std::vector<templates::Variable>& every_variable();
/// The name of the first variable that nothing in a letter stands for; empty when there is none.
std::string unknown_variable(std::string_view words);
/// With what each variable stands for.
Content filled(Content content, const templates::Wording& wording);

/// What is wrong: a field of one block, counted from 0, or of the whole.
struct ContentProblem {
    static constexpr std::size_t whole = static_cast<std::size_t>(-1);
    std::size_t block = whole;
    std::string field; ///< "words", "text"…; "colour" or "" of the whole
    std::string key;
    base::Params params{};
};
/// Every fault at once; empty when it may be saved.
std::vector<ContentProblem> problems_of(const Content& content);

} // namespace letters
