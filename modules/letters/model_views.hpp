#pragma once

#include "kernel/html/html.hpp"
#include "modules/letters/model.hpp"

#include <optional>
#include <string>
#include <vector>

namespace letters
{

struct ModelCard {
    Model model;
    html::Url picture;
    std::optional<html::Url> page; ///< of an own one
    bool is_proposed = false;      ///< the one its kind begins with
};
struct ModelListView {
    html::Url copy;
    html::Url choose;
    html::Html guard;
    std::vector<ModelCard> own;
    std::vector<ModelCard> ready;
    std::string trouble{}; ///< why something was refused
};
html::Html model_list(const ModelListView& view);

struct ModelVersionLine {
    std::int64_t version = 0;
    std::string when;
};
struct ModelSideView {
    html::Url restore;
    html::Url remove;
    html::Html guard;
    Model model;
    std::vector<ModelVersionLine> versions; ///< earlier ones
    bool is_proposed = false;
};
/// Below the editor: versions to come back to, and removal.
html::Html model_side(const ModelSideView& view);

} // namespace letters
