#pragma once

#include "kernel/base/refusal.hpp"
#include "kernel/tenancy/context.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Mails that a business may write in its own words. Such a text is plain: variables stand between
/// braces, « {numéro} », and what fills them is never read again. HTML is made of it by `send`.
namespace mail
{

/// A kind of mail that may be rewritten, declared by the module that sends it.
struct Template {
    std::string name;      ///< NewMessage::template_name, "tickets.received"
    std::string event;     ///< of « notifications.event »; empty: the team asks each time
    std::string key;       ///< our sentences: `<key>.subject`, `<key>.body`
    tenancy::Side side;    ///< of who receives it: whose words our sentences use
    std::string variables; ///< key of the variables: `<variables>.<parameter>.word`, `.example`
    std::vector<std::string> parameters{}; ///< of our sentences: "number", "title"
};

/// In a module's manifest; the same name again replaces. Before any thread.
void offer(Template one);
/// In the order in which they were offered.
const std::vector<Template>& templates();
const Template* find_template(std::string_view name);

struct Wording {
    std::string subject; ///< one line
    std::string body;    ///< plain text, several lines
    friend bool operator==(const Wording&, const Wording&) = default;
};

/// Our own words with the variables where the parameters go: what one starts from, in the nouns of
/// the business.
Wording our_wording(const tenancy::Workspace& workspace, const Template& one);
/// The variables between braces, as one types them.
std::vector<std::string> variables_of(const Template& one);
/// The first thing between braces that is no variable of the mail, with its braces. Case, accents
/// and spaces around the word do not matter.
std::optional<std::string> unknown_variable(const Template& one, std::string_view text);
/// With the variables replaced, in one pass; what is no variable stays.
Wording filled(const Template& one, const Wording& wording, const base::Params& values);
/// What an example says: the values of `<variables>.<parameter>.example`.
base::Params example_values(const Template& one);

/// What the business says, when it says it otherwise than we do.
struct OwnWording {
    Wording wording;
    std::int64_t version = 0; ///< zero: ours
};
OwnWording own_wording(tenancy::WorkspaceTransaction& tx, const Template& one);
/// Refusal « mail.refusal.wording_changed » (conflict) when somebody else saved since `seen`. Our
/// very words again are none of its own.
void save_wording(tenancy::WorkspaceTransaction& tx, const Template& one, const Wording& wording,
                  std::int64_t seen);
/// Ours again.
void forget_wording(tenancy::WorkspaceTransaction& tx, const Template& one);
/// Names of the mails that the business says in its own words, sorted.
std::vector<std::string> own_wordings(tenancy::WorkspaceTransaction& tx);

/// What a mail says: in the words of the business, else in ours, `<key>.subject` and `<key>.body`.
Wording said(tenancy::WorkspaceTransaction& tx, std::string_view name, const std::string& key,
             const base::Params& params);

} // namespace mail
