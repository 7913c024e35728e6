#pragma once

#include "kernel/html/html.hpp"
#include "modules/letters/letter_store.hpp"

#include <string>
#include <vector>

namespace letters
{

/// The first pages of a paper, as pictures.
struct ShownPages {
    std::vector<html::Url> pictures;
    int total = 0; ///< of the paper
};

struct ClientLetterView {
    Letter letter;
    Issue issue;
    Content content; ///< of the issue
    html::Url paper;
    html::Url sign;
    ShownPages pages;
    std::string sent;      ///< when
    std::string signed_on; ///< when; empty: not signed
    std::string business;
    bool is_signable = false;
};
html::Html client_letter(const ClientLetterView& view);

html::Html own_letters(const html::Url& list, const std::vector<LetterRow>& rows);
html::Html own_letters_card(const html::Url& list, const std::vector<LetterRow>& rows);

struct SigningView {
    Letter letter;
    Issue issue;
    html::Url paper;
    html::Url back;
    html::Html form;
    ShownPages pages;
};
html::Html signing_view(const SigningView& view);

} // namespace letters
