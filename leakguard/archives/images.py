"""Images of containers: tars of layers, as `docker save` and OCI layouts have them.

A layer is told by its content, a tar, and by where it stands in the image. It is a part of the
image, as the image would be if its files lay side by side: it is no archive in an archive.

https://github.com/opencontainers/image-spec/blob/main/image-layout.md,
https://github.com/moby/moby/blob/master/image/spec/v1.2.md#combined-image-json--filesystem-changeset-format
"""

import re

_LAYER = re.compile(
    r"(?:.*/)?(?:blobs/[a-z0-9]{1,20}/[0-9a-f]{32,128}|[0-9a-f]{64}/layer\.tar|[0-9a-f]{64}\.tar)"
)


def is_layer_path(name: str) -> bool:
    """Tell whether a member of a tar stands where images have their layers."""
    return _LAYER.fullmatch(name) is not None
