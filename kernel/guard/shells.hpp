#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/layout.hpp"

#include <string_view>

namespace guard
{

/// The parts around every page, from what the modules declared and what the visitor may see.
ui::Brand brand_of(const tenancy::Workspace& workspace);
/// Of a workspace's page: the brand, and what installs it on a home screen.
ui::Brand installable_brand_of(const Call& call);
/// "/e/vigie/icone/192.png", an address that changes with the look of the icon.
html::Url icon_url(const Call& call, const ui::Brand& brand, std::string_view file);
ui::Document document_of(const Call& call, std::string_view title);
ui::StaffShell staff_shell_of(Call& call, const ui::Document& document);
ui::PortalShell portal_shell_of(Call& call, const ui::Document& document);

} // namespace guard
