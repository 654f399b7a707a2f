import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type {
  Incident,
  Review,
} from '@hindsight/backstage-plugin-incident-learning-common';
import {
  WriteRefusal,
  incidentLearningApiRef,
  writeRefusalOf,
} from '../../api';
import { reviewRouteRef } from '../../routes';

/** What somebody says of the review that they start; what is not said follows from the incidents. */
export interface StartValues {
  incidents: Incident[];
  title: string;
  templateId: string;
  facilitator?: string;
  participants: Review['participants'];
  scheduledFor?: string;
}

/** Starts a review, and goes to it. */
export function useStartReview(incident: Incident) {
  const api = useApi(incidentLearningApiRef);
  const navigate = useNavigate();
  const reviewPath = useRouteRef(reviewRouteRef);
  const [values, setValues] = useState<StartValues>({
    incidents: [incident],
    title: '',
    templateId: '',
    participants: [],
  });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<WriteRefusal>();

  const start = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const { id } = await api.createReview({
        incidentIds: values.incidents.map(({ id: of }) => of),
        title: values.title.trim() || undefined,
        templateId: values.templateId || undefined,
        facilitator: values.facilitator,
        participants:
          values.participants.length > 0 ? values.participants : undefined,
        scheduledFor: values.scheduledFor,
      });
      navigate(reviewPath({ id }));
    } catch (error) {
      setRefusal(writeRefusalOf(error));
      setBusy(false);
    }
  };
  const problemOf = (field: string) =>
    refusal?.problems?.find(
      ({ path }) => path === field || path.startsWith(`${field}.`),
    )?.message;

  return {
    values,
    set: (patch: Partial<StartValues>) => setValues({ ...values, ...patch }),
    busy,
    refusal,
    problemOf,
    start,
  };
}
