#pragma once

#include "kernel/forms/form.hpp"
#include "modules/templates/template.hpp"

#include <optional>

namespace templates
{

enum class TermsFormat { plain, html };
BOOST_DESCRIBE_ENUM(TermsFormat, plain, html)

using Share = forms::Number<0, 100>;

struct SaveTemplate {
    forms::Text<1, name_length_max> name;
    BaseStyle style = BaseStyle::modern;
    std::optional<forms::Text<0, 20>> own_colour; ///< "on": `colour` is used, else the business's
    forms::Text<0, 20> colour;
    LogoPosition logo = LogoPosition::left;
    forms::Number<logo_side_min, logo_side_max> logo_side;
    Spacing spacing = Spacing::normal;
    Share column_name;
    Share column_quantity;
    Share column_price;
    Share column_discount;
    Share column_tax;
    Share column_total;
    forms::LongText<0, head_length_max> head;
    forms::LongText<0, intro_length_max> intro;
    forms::LongText<0, foot_length_max> foot;
    forms::LongText<0, 200'000> terms; ///< HTML is longer than what it says
    std::optional<TermsFormat> terms_format;
    forms::Number<0, 1'000'000> version;
};
BOOST_DESCRIBE_STRUCT(SaveTemplate, (),
                      (name, style, own_colour, colour, logo, logo_side, spacing, column_name,
                       column_quantity, column_price, column_discount, column_tax, column_total,
                       head, intro, foot, terms, terms_format, version))

struct CopyTemplate {
    forms::Text<1, 40> from; ///< a code
    forms::Text<1, name_length_max> name;
};
BOOST_DESCRIBE_STRUCT(CopyTemplate, (), (from, name))

/// A code for each type of document.
struct ChooseTemplates {
    forms::Text<1, 40> quote;
    forms::Text<1, 40> invoice;
    forms::Text<1, 40> credit_note;
    forms::Text<1, 40> letter;
    forms::Text<1, 40> contract;
};
BOOST_DESCRIBE_STRUCT(ChooseTemplates, (), (quote, invoice, credit_note, letter, contract))

struct RestoreTemplate {
    forms::Number<1, 1'000'000> version;
};
BOOST_DESCRIBE_STRUCT(RestoreTemplate, (), (version))

struct RemoveTemplate {
    forms::Number<1, 1'000'000> version; ///< as it was seen
};
BOOST_DESCRIBE_STRUCT(RemoveTemplate, (), (version))

Content content_of(const SaveTemplate& typed);
/// What the editor starts with.
forms::Typed typed_of(const Template& saved);
/// With what is wrong of the content, each at its field.
void check_content(forms::Form<SaveTemplate>& form);

} // namespace templates
