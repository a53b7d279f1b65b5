package io.broadsheet.app.command;

import io.broadsheet.app.pipeline.PipelineOptions.Images;
import io.broadsheet.operate.report.UserMistake;

import picocli.CommandLine.Option;

/** Whether images are fetched, and from where. */
final class ImageOptions {

    @Option(names = "--no-image-checks", description = "fetch nothing; images stay unchecked")
    private boolean none;

    @Option(
            names = "--allow-private-addresses",
            description = "fetch images from this machine and its network too")
    private boolean privateToo;

    Images images() {
        if (none && privateToo) {
            throw new UserMistake(
                    "--no-image-checks and --allow-private-addresses: one of the two at most");
        }
        if (none) {
            return Images.NONE;
        }
        return privateToo ? Images.PRIVATE_TOO : Images.AS_SET;
    }
}
