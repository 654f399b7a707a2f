import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { EntityName, useKnownEntities } from '../../components/entities';
import { Fact, Facts, Section } from '../../components/layout';

/** Who took part in the response, by role. */
export function ParticipantsSection({ incident }: { incident: Incident }) {
  const { participants } = incident;
  const known = useKnownEntities(
    participants.map(({ entityRef }) => entityRef),
  );
  if (participants.length === 0) {
    return null;
  }
  const roles = [...new Set(participants.map(({ role }) => role))];
  return (
    <Section title="Participants">
      <Facts
        facts={roles.map(
          (role): Fact => [
            role,
            participants
              .filter(participant => participant.role === role)
              .map(({ entityRef }) => (
                <div key={entityRef}>
                  <EntityName
                    entityRef={entityRef}
                    known={known(entityRef)}
                    defaultKind="user"
                  />
                </div>
              )),
          ],
        )}
      />
    </Section>
  );
}
