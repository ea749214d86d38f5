import { AnnouncedMaintenance } from "../../../guidance/index.ts";
import type { HomeProps } from "../types.ts";

/** メンテナンス that is announced, of this member's society. */
export const MaintenanceNote = ({ view, maintenance }: HomeProps) =>
  maintenance.kind === "announced" ? (
    <div class="home__todo">
      <AnnouncedMaintenance view={view} state={maintenance} />
    </div>
  ) : null;
