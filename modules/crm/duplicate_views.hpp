#pragma once

#include "kernel/html/html.hpp"
#include "modules/crm/duplicate.hpp"

#include <string>
#include <vector>

namespace crm
{

struct AlikesView {
    std::string slug;
    std::vector<Alike> alikes;
};
/// Under the fields of a client: who he may be already. Nothing when nobody is alike.
html::Html alike_lines(const AlikesView& view);

struct DuplicatesView {
    std::string slug;
    html::Url action;
    html::Html guard;
    std::vector<DuplicatePair> pairs;
    bool shares_emails = false;
};
html::Html duplicates_body(const DuplicatesView& view);

} // namespace crm
