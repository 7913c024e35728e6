#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/letters/letter.hpp"

#include <string>
#include <vector>

namespace letters
{

struct IssueLine {
    Issue issue;
    html::Url paper;
    std::string sent;   ///< « le 23 novembre 2026 à 10 h 12 »
    std::string seen{}; ///< empty: not yet
    std::string signed_on{};
};
struct SentLetterView {
    Letter letter;
    std::string client_name;
    html::Url client;
    std::vector<IssueLine> issues; ///< the newest first
    std::vector<html::Url> pictures;
    html::Url reopen;
    html::Html guard;
    bool may_manage = false;
};
/// What left, by version, beside the pages of the last one.
html::Html sent_letter(const SentLetterView& view);
/// The same lines below the editor of a letter that is written again.
html::Html issues_card(const std::vector<IssueLine>& issues);

struct SendingView {
    html::Url action;
    html::Url back;
    html::Url paper;
    html::Html guard;
    guard::FormView fields;
    std::string version;
    Letter letter;
    std::string client_name;
};
html::Html sending_form(const SendingView& view);

} // namespace letters
