#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/html/url.hpp"

#include <span>
#include <string>

namespace ui
{

/// Addresses of the built web assets, whose names carry the hash of their content: they may be kept
/// for ever. "/assets/<name>" serves "web/dist/<name>".
struct Assets {
    html::Url stylesheet = html::Url::local("/assets/app.css");
    html::Url sale_document_stylesheet =
        html::Url::local("/assets/sale_document.css"); ///< of the editor of lines alone
    html::Url script = html::Url::local("/assets/app.js");
    html::Url sprite = html::Url::local("/assets/sprite.svg");
    html::Url font = html::Url::local("/assets/inter.woff2");
    html::Url favicon = html::Url::local("/assets/favicon.svg");
    html::Url logo = html::Url::local("/assets/logo.svg");
    html::Url licences = html::Url::local("/assets/licences.txt"); ///< of what the assets bundle
    std::string turbo_style; ///< "sha256-…" of the one style Turbo injects, for style-src
};

/// Reads the names off the embedded files. Once at start, before threads; until then the plain
/// names above are used. Throws std::runtime_error naming the asset that is missing.
void use_assets(std::span<const base::EmbeddedFile> files);
const Assets& assets();

} // namespace ui
