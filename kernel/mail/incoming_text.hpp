#pragma once

#include <string>
#include <string_view>

/// From what arrives to what is read. Pure.
namespace mail
{

/// What the author wrote, and what his program put around it: the messages he answers and his
/// signature. When he wrote nothing else, everything is his.
struct Folded {
    std::string text;
    std::string quoted;
};
Folded fold_quotes(std::string_view text);

/// The words of an HTML page as plain text, quotations as lines that begin with « > ». Nothing of
/// scripts, styles, forms or images remains. Any bytes are safe.
std::string text_of_html(std::string_view html);

/// Plain text as Markdown that shows the same lines: no title, rule or code by accident, no raw
/// HTML.
std::string markdown_of(std::string_view text);

/// A subject without « Re: », « TR : » and their like.
std::string bare_subject(std::string_view subject);

} // namespace mail
