#pragma once

#include "kernel/guard/call.hpp"
#include "modules/quotes/quote.hpp"

#include <string>
#include <vector>

/// What the pages of a client share: which quote an address means, and what he ticks there.
namespace quotes
{

/// Who comes by the link of a mail is nobody: the link is the proof.
bool has_link(const guard::Call& call);
/// « /p/charpentes/devis/12 », or the same by its link.
std::string client_path(const guard::Call& call);
/// Sent, and of this client. Throws base::NotFound.
Quote reached(guard::Call& call);

/// Its last day is over, whether or not the night has noted it.
bool is_over(const guard::Call& call, const Quote& quote);
bool is_answerable(const guard::Call& call, const Quote& quote);

/// As proposed until the client ticks something: « ?choix=1&option=3&option=4 ».
std::vector<Line> lines_chosen(const guard::Call& call, std::vector<Line> lines);
/// Places from 1 of the options that are ticked.
std::vector<std::int64_t> options_of(const std::vector<Line>& lines);
/// An address with that choice.
html::Url with_choice(html::Url path, const std::vector<Line>& lines);

} // namespace quotes
