#pragma once

#include "kernel/html/ui/photos_field.hpp"
#include "modules/progress/sheet_views.hpp"

namespace progress
{

/// One publication inside the page of its sheet, with its comments.
html::Html post_article(const SheetPageView& view, const ShownPost& shown);

/// What a publication says, without who and when.
html::Html post_content(const Reading& reading, const Post& post,
                        const std::vector<files::File>& photos);

/// « publié le 20 novembre 2026 à 9 h 05 », and what else is known of its dates, in order.
std::vector<std::string> date_sentences(const Reading& reading, const Post& post);

/// Writing a publication, or editing one.
struct PostFormView {
    Reading reading;
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    std::string html; ///< what the editor starts with
    std::vector<ui::HeldPhoto> held;
    std::string photos_error;
    std::vector<files::File> photos; ///< of one that is edited
    bool is_new = false;
    bool is_draft = false;
    SheetId sheet;
    std::string title; ///< of the worksite
    html::Html saved;  ///< what somebody else saved meanwhile, to compare
    std::string error; ///< of the whole
};
html::Html post_form(const PostFormView& view);

/// What it said, the newest first.
struct VersionsView {
    Reading reading;
    html::Url back;
    Post post;
    std::vector<PostVersion> versions;
};
html::Html versions_page(const VersionsView& view);

/// « Supprimer cette publication ? 4 commentaires disparaîtront avec elle. »
struct RemovalView {
    Reading reading;
    html::Url action;
    html::Url back;
    html::Html guard;
    Post post;
    std::vector<files::File> photos;
    int comments = 0;
    int of_client = 0;
    std::string notice;
};
html::Html removal_page(const RemovalView& view);

} // namespace progress
