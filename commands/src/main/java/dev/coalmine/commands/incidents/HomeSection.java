package dev.coalmine.commands.incidents;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/** Something at the top of the Home tab, before the incidents; found by itself, like a command. */
public interface HomeSection {

    /** Empty when there is nothing to say to this person; at most ten blocks. */
    List<LayoutBlock> draw(String person);
}
