#include "kernel/files/file_address.hpp"

#include "kernel/forms/field_types.hpp"

namespace files
{

html::Url address(const Place& place, FileId file)
{
    return place.side == tenancy::Side::portal ? html::route("/p/{}/fichiers/{}", place.slug, file)
                                               : html::route("/e/{}/fichiers/{}", place.slug, file);
}

html::Url address(const Place& place, FileId file, Variant variant)
{
    return html::checked_local(address(place, file).text() + "/" +
                               std::string{forms::enum_name(variant)});
}

html::Url description_address(const Place& place, FileId file, const html::Url& back)
{
    return html::checked_local(address(place, file).text() + "/description")
        .with("retour", back.text());
}

html::Url drawing_address(const Place& place, FileId file, const html::Url& back)
{
    return html::checked_local(address(place, file).text() + "/dessiner")
        .with("retour", back.text());
}

} // namespace files
