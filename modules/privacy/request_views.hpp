#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "kernel/html/ui/tone.hpp"

#include <optional>
#include <string>
#include <vector>

namespace privacy
{

struct RequestLine {
    std::string title;
    std::string detail;
    std::string badge;
    ui::Tone tone = ui::Tone::Gray;
    std::optional<html::Url> page; ///< none on the portal
};

struct RegisterView {
    std::vector<RequestLine> requests;
    guard::FormView fields;  ///< RecordRequest
    guard::FormView officer; ///< NameOfficer
    std::string officer_name;
    std::string officer_email;
    html::Html guard;
    html::Url record;       ///< POST
    html::Url save_officer; ///< POST
};
html::Html register_page(const RegisterView& view);

struct RequestView {
    RequestLine line;
    std::string name;
    std::string email;
    std::string details;
    std::string due;
    std::string answer; ///< empty while it waits
    bool is_open = true;
    bool is_erasure = false;
    std::optional<html::Url> pack; ///< to download
    std::string pack_size;
    guard::FormView fields; ///< AnswerRequest
    std::string proposed;   ///< a first answer, to be changed
    std::string problem;    ///< of the erasure
    html::Html guard;
    html::Url answer_to;
    html::Url prepare;
    html::Url erase;
};
html::Html request_page(const RequestView& view);

struct ConsentLine {
    std::string purpose; ///< code
    std::string since;   ///< empty = not given
};
struct MineView {
    std::vector<ConsentLine> consents;
    std::vector<std::string> agreements; ///< the texts agreed to at sign-up, dated
    std::vector<RequestLine> requests;
    std::string officer;    ///< whom to write to; may be empty
    guard::FormView fields; ///< AskAboutMe
    html::Html guard;
    html::Url ask;
    html::Url consent;
};
html::Html mine_page(const MineView& view);

} // namespace privacy
