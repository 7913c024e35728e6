#pragma once

#include "kernel/base/ids.hpp"
#include "kernel/base/refusal.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <array>
#include <string>
#include <vector>

namespace templates
{

enum class DocumentType { quote, invoice, credit_note, letter, contract };
BOOST_DESCRIBE_ENUM(DocumentType, quote, invoice, credit_note, letter, contract)

inline constexpr std::array document_types{DocumentType::quote, DocumentType::invoice,
                                           DocumentType::credit_note, DocumentType::letter,
                                           DocumentType::contract};

enum class BaseStyle { modern, classic, minimal, premium, compact };
BOOST_DESCRIBE_ENUM(BaseStyle, modern, classic, minimal, premium, compact)
enum class LogoPosition { left, centre, right, none };
BOOST_DESCRIBE_ENUM(LogoPosition, left, centre, right, none)
enum class Spacing { tight, normal, airy };
BOOST_DESCRIBE_ENUM(Spacing, tight, normal, airy)

inline constexpr std::size_t name_length_max = 60;
inline constexpr std::size_t head_length_max = 300;
inline constexpr std::size_t intro_length_max = 1'000;
inline constexpr std::size_t foot_length_max = 600;
inline constexpr std::size_t terms_length_max = 20'000; ///< characters of the text
inline constexpr int logo_side_min = 20;                ///< points
inline constexpr int logo_side_max = 96;
inline constexpr int templates_max = 50; ///< own ones of a workspace
inline constexpr int versions_shown_max = 30;
inline constexpr int pages_previewed_max = 5;
inline constexpr double contrast_min = 4.5; ///< of the colour on white

/// Hundredths of the width, together 100. Where nothing is discounted, that column's go to the
/// name.
struct Columns {
    int name = 40;
    int quantity = 13;
    int price = 14;
    int discount = 8;
    int tax = 10;
    int total = 15;
    friend bool operator==(const Columns&, const Columns&) = default;
};
BOOST_DESCRIBE_STRUCT(Columns, (), (name, quantity, price, discount, tax, total))
inline constexpr int name_share_min = 20;
inline constexpr int share_min = 7;
inline constexpr int share_max = 60;
int sum_of(const Columns& columns);

/// How a paper looks, and the words it has besides those of its document.
struct Content {
    BaseStyle style = BaseStyle::modern;
    std::string colour; ///< "#rrggbb"; empty: that of the business
    LogoPosition logo = LogoPosition::left;
    int logo_side = 42; ///< points
    Spacing spacing = Spacing::normal;
    Columns columns;
    std::string head;  ///< below the name of the business
    std::string intro; ///< before the lines
    std::string foot;  ///< of each page
    std::string terms; ///< documents::to_json, or empty
    friend bool operator==(const Content&, const Content&) = default;
};
BOOST_DESCRIBE_STRUCT(Content, (),
                      (style, colour, logo, logo_side, spacing, columns, head, intro, foot, terms))

using TemplateId = base::Id<struct TemplateTag>;

struct Template {
    std::string code; ///< of a ready one « modern », of an own one its id
    std::string name;
    std::int64_t version = 0; ///< 0: of a ready one, which never changes
    Content content;
    friend bool operator==(const Template&, const Template&) = default;
};

/// The ready ones, as they are before anybody touched them; named by their style in French.
Template ready(BaseStyle style);
std::vector<Template> every_ready();

/// What is wrong with one field of a content: a translation key and its parameters.
struct ContentProblem {
    std::string field;
    std::string key;
    base::Params params;
};
/// Every fault at once; empty when it may be saved.
std::vector<ContentProblem> problems_of(const Content& content);

/// Of "#rrggbb" on white, 1 to 21, as WCAG 2.1 counts it; 0 for anything else.
double contrast_on_white(std::string_view colour);

/// JSON, frozen with a paper that left. `template_from` throws on anything but what it writes.
std::string frozen(const Template& of);
Template template_from(std::string_view json);

} // namespace templates
