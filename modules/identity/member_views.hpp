#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/field.hpp"
#include "modules/identity/invitation_views.hpp"
#include "modules/identity/member_forms.hpp"

#include <optional>
#include <string>
#include <vector>

namespace identity
{

struct MemberLine {
    std::string name;
    std::string detail;
    std::string role;
    bool is_active = true;
    html::Url to = html::Url::local("/");
};
struct TeamView {
    std::vector<MemberLine> members;
    std::vector<InvitationLine> invitations;
    forms::Form<InviteMember> invite;
    std::vector<ui::Choice> roles;
    html::Html guard;
    html::Url invite_to = html::Url::local("/");
    bool may_invite = false;
};
html::Html team_view(const TeamView& view);

struct MemberView {
    std::string name;
    std::string identifier;
    std::string role;
    std::vector<ui::Choice> roles;
    html::Html guard;
    html::Url change_role = html::Url::local("/");
    html::Url change_status = html::Url::local("/");
    std::optional<html::Url> reset_second_factor;
    html::Html panels; ///< of other modules: slot "member"
    bool is_active = true;
    bool may_manage = false;
};
html::Html member_view(const MemberView& view);

} // namespace identity
