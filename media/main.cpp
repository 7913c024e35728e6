#include "media/answer.hpp"
#include "media/confinement.hpp"
#include "media/film.hpp"
#include "media/papers.hpp"
#include "media/pictures.hpp"

extern "C" {
#include <libavutil/log.h>
}
#include <vips/vips.h>

#include <cstdlib>
#include <string_view>

namespace
{

/// What decodes pictures and films opens files as it begins: before it is confined.
bool prepare_decoders()
{
    ::setenv("VIPS_NOVECTOR", "1", 1); // it would compile code at run time
    if (vips_init("etabli-media") != 0) return false;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_block_untrusted_set(TRUE);
    av_log_set_level(AV_LOG_QUIET);
    return true;
}

} // namespace

/// etabli-media image|video|logo|paper < FILE: judges one upload and writes its copies, or what
/// travels inside it, on standard output. Started by the server for each file; harmless alone.
int main(int count, char** arguments)
{
    const std::string_view kind = count == 2 ? arguments[1] : "";
    if (kind != "image" && kind != "video" && kind != "logo" && kind != "paper") return 64;
    media::bound_resources();
    if (kind != "paper" && !prepare_decoders()) return 70;
    if (!media::confine()) return 71;

    if (kind == "image")
        media::show_picture();
    else if (kind == "logo")
        media::show_logo();
    else if (kind == "paper")
        media::show_enclosed();
    else
        media::show_film();
    media::say("end");
    return 0;
}
