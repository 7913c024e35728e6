#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/icon.hpp"

#include <string>

namespace ui
{

/// A moment: what is shown and what machines read.
struct Moment {
    std::string shown; ///< « 8 h 51 »
    std::string iso;   ///< 2026-11-20T08:51:00.000Z
};
html::Html moment(const Moment& at);

struct Message {
    std::string id; ///< "message_9"
    Avatar author;
    std::string role; ///< « Cliente », « Réponse par e-mail »
    Moment at;
    html::Html body;        ///< paragraphs, from the sanitiser or ui::paragraphs
    html::Html attachments; ///< ui::file_chip
};
html::Html message(const Message& message);
/// The same on amber paper, marked as never shown to the client.
html::Html internal_note(const Message& message);
/// Plain text as paragraphs: an empty line separates two, a line break stays.
html::Html paragraphs(std::string_view plain);

/// Something that happened, between two messages: « Maëlys a attribué le ticket à Yann ».
html::Html event(Icon what, const html::Html& sentence, const Moment& at);
html::Html thread(const html::Html& entries);

/// Who else is on this record, filled by the live stream; nothing without it.
html::Html presence();

struct FileChip {
    html::Url to;
    Icon icon = "paperclip";
    std::string name;
    std::string size;
};
html::Html file_chip(const FileChip& file);

/// The reply box under a thread: Ctrl+Enter sends, it grows with its text, a live refresh leaves it
/// alone, and leaving the page with unsent text asks first.
struct Composer {
    std::string id = "composer";
    html::Url action;
    html::Html guard;
    std::string name = "body";
    std::string label; ///< for screen readers: « Votre réponse »
    std::string placeholder;
    std::string value;
    std::string error; ///< a refused reply replaces the box, any other page leaves it as it is
    html::Html top;    ///< who it goes to, kinds of message
    html::Html tools;  ///< attach, templates
    html::Html send;   ///< ui::submit
    std::string leave_question; ///< « Votre réponse n’est pas envoyée. Quitter la page ? »
    bool has_files = false;
    /// What a reply is called while it waits on the device for a network: « Message · T-1 ». Those
    /// that wait are shown above the box, and the page stays readable. Empty: it is not kept.
    std::string offline_label{};
};
html::Html composer(const Composer& composer);

} // namespace ui
